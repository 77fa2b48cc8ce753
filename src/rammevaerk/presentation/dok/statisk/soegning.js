// Søgning uden net: æ, ø og å findes også som ae, oe og aa, og et sammensat ord findes på sine dele.
"use strict";
(function () {
  var poster = window.SOEGEPOSTER || [];
  var form = document.querySelector(".soeg");
  var felt = document.getElementById("soeg");
  var svar = document.getElementById("soeg-svar");
  var liste = document.getElementById("soeg-fund");
  var FLEST = 20;

  function foldet(tekst) {
    return tekst.normalize("NFC").toLowerCase()
      .replace(/æ|ä/g, "ae").replace(/ø|ö/g, "oe").replace(/å/g, "aa").replace(/é/g, "e").replace(/ü/g, "y");
  }

  var foldede = poster.map(function (post) {
    return { navn: foldet(post[0]), tekst: foldet(post[0] + " " + post[3]), eksempel: post[1].indexOf("Eksempel") === 0 };
  });

  // Et ord passer helt, eller som et sammensat ord, hvis to dele begge står i teksten.
  function passer(tekst, ord) {
    if (tekst.indexOf(ord) >= 0) { return 2; }
    for (var sted = 4; sted <= ord.length - 4; sted++) {
      var for_ = ord.slice(0, sted), bag = ord.slice(sted);
      if (tekst.indexOf(bag) >= 0 && (tekst.indexOf(for_) >= 0 || tekst.indexOf(for_.replace(/[se]$/, "")) >= 0)) { return 1; }
    }
    return 0;
  }

  function vaegt(post, ordene, alle) {
    var sum = 0;
    for (var i = 0; i < ordene.length; i++) {
      var fundet = passer(post.tekst, ordene[i]);
      if (!fundet && alle) { return 0; }
      sum += 10 * fundet;
      if (post.navn.indexOf(ordene[i]) >= 0) { sum += 4; }
      if (post.navn === ordene[i]) { sum += 8; }
    }
    if (sum && post.navn === ordene.join(" ")) { sum += 100; }
    return sum && !post.eksempel ? sum + 5 : sum;
  }

  function punkt(post) {
    var li = document.createElement("li");
    var a = document.createElement("a");
    var hvad = document.createElement("span");
    a.href = post[2];
    a.textContent = post[0];
    hvad.textContent = post[1];
    li.appendChild(a);
    li.appendChild(hvad);
    return li;
  }

  function finder(ordene, alle) {
    var fund = [];
    foldede.forEach(function (post, plads) {
      var tal = vaegt(post, ordene, alle);
      if (tal) { fund.push([tal, plads]); }
    });
    return fund.sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; });
  }

  function antal(fund) {
    if (fund.length < 2) { return fund.length ? "1 fund." : "Ingen fund."; }
    return fund.length + " fund" + (fund.length > FLEST ? ", de " + FLEST + " bedste vises." : ".");
  }

  function soeg() {
    var ordene = foldet(felt.value).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
    liste.textContent = "";
    liste.hidden = true;
    svar.textContent = "";
    if (!ordene.length || ordene.join("").length < 2) { return; }
    var fund = finder(ordene, true);
    var nogle = !fund.length && ordene.length > 1;
    if (nogle) { fund = finder(ordene, false); }
    svar.textContent = (nogle && fund.length ? "Intet sted har alle ordene. Med nogle af dem: " : "") + antal(fund);
    fund.slice(0, FLEST).forEach(function (ét) { liste.appendChild(punkt(poster[ét[1]])); });
    liste.hidden = fund.length === 0;
  }

  function luk() { liste.hidden = true; svar.textContent = ""; }

  form.hidden = false;
  felt.addEventListener("input", soeg);
  form.addEventListener("submit", function (haendelse) {
    haendelse.preventDefault();
    var foerste = liste.querySelector("a");
    if (foerste) { foerste.click(); luk(); }
  });
  liste.addEventListener("click", luk);
  form.addEventListener("keydown", function (haendelse) { if (haendelse.key === "Escape") { luk(); } });
})();
