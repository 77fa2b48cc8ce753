-- odense-2022 on 1 June 2024 as somebody would write it who knows the rules and DuckDB well, on the same tables.
-- One grouping for each list, rules in the order in which they need each other, the same meaning of unknown.
WITH goals AS (
    SELECT nr, count(*) AS n FROM politiske_mål GROUP BY nr
), tasks AS (
    SELECT nr, count(*) AS n FROM kerneopgaver GROUP BY nr
), shared AS (
    SELECT nr,
        count(*) FILTER (dato <= DATE '2024-06-01') AS surely,
        count(*) FILTER (dato IS NULL) AS perhaps,
        max(CASE WHEN dato > DATE '2024-06-01' OR kreds = 'intern' THEN 0
                 WHEN dato IS NULL OR kreds IS NULL THEN 1 ELSE 2 END) AS outside
    FROM videndelinger GROUP BY nr
), locals AS (
    SELECT nr,
        max(CASE WHEN forankring IN ('Odense', 'Odense Kommune', 'Odense C', 'Odense M', 'Odense N', 'Odense NV',
                'Odense NØ', 'Odense S', 'Odense SV', 'Odense SØ', 'Odense V', 'Agedrup', 'Bellinge', 'Blommenslyst')
            THEN 2 WHEN forankring IS NULL THEN 1 ELSE 0 END) AS in_odense,
        max(CASE WHEN forankring IN ('Fyn', 'Odense', 'Odense Kommune', 'Odense C', 'Odense M', 'Odense N', 'Odense NV',
                'Odense NØ', 'Odense S', 'Odense SV', 'Odense SØ', 'Odense V', 'Agedrup', 'Bellinge', 'Blommenslyst',
                'Assens', 'Assens Kommune', 'Faaborg', 'Ringe', 'Faaborg-Midtfyn Kommune', 'Kerteminde',
                'Kerteminde Kommune', 'Rudkøbing', 'Langeland', 'Langeland Kommune', 'Middelfart', 'Middelfart Kommune',
                'Bogense', 'Otterup', 'Søndersø', 'Nordfyns Kommune', 'Nyborg', 'Nyborg Kommune', 'Svendborg',
                'Svendborg Kommune', 'Marstal', 'Ærøskøbing', 'Ærø', 'Ærø Kommune')
            THEN 2 WHEN forankring IS NULL THEN 1 ELSE 0 END) AS on_fyn
    FROM lokale_aktører GROUP BY nr
), partners AS (
    SELECT nr, max(CASE WHEN type IN ('virksomhed', 'uddannelsesinstitution', 'organisation') THEN 2
                        WHEN type IS NULL THEN 1 ELSE 0 END) AS such
    FROM partnere GROUP BY nr
), evaluated AS (
    SELECT *, coalesce(bidrag, CASE WHEN investering__enhed = udbytte__enhed THEN
        CASE WHEN udbytte = investering THEN 'lige så meget' WHEN udbytte < investering THEN 'mindre' ELSE 'mere' END
    END) AS gives
    FROM evalueringer
), evaluations AS (
    SELECT nr, count(*) FILTER (dato IS NULL) AS undated,
        max(CASE WHEN dato > DATE '2024-06-01' THEN 0 WHEN dato IS NULL THEN 1
                 WHEN dato + INTERVAL 12 MONTH >= DATE '2024-06-01' THEN 2 ELSE 0 END) AS recent
    FROM evalueringer GROUP BY nr
), latest AS (
    SELECT e.nr, CASE WHEN count(*) = count(gives) AND min(gives) = max(gives) THEN max(gives) END AS gives
    FROM evaluated e JOIN (
        SELECT nr, max(dato) AS dato FROM evalueringer WHERE dato <= DATE '2024-06-01' GROUP BY nr
    ) d ON d.nr = e.nr AND d.dato = e.dato
    GROUP BY e.nr
), facts AS (
    SELECT a.nr, a.type, a.retning, a.partnerskabsform, a.venskabsby_relevans, a.eu_projekt, a.sdeo_inddraget,
        a.søgt_i_fællesskab, a.egne__lokal_praksis_lemper_rammerne AS loosens,
        a.status = 'forslag' AS proposed, a.status = 'i gang' AS running, a.status = 'afsluttet' AS ended,
        CASE WHEN borgerværdi__dato > DATE '2024-06-01' THEN NULL ELSE borgerværdi END AS borgerværdi,
        CASE WHEN gør_klogere__dato > DATE '2024-06-01' THEN NULL ELSE gør_klogere END AS gør_klogere,
        CASE WHEN afgørende_viden__dato > DATE '2024-06-01' THEN NULL ELSE afgørende_viden END AS afgørende_viden,
        CASE WHEN omdømme__dato > DATE '2024-06-01' THEN NULL ELSE omdømme END AS omdømme,
        CASE WHEN erhvervsrettet__dato > DATE '2024-06-01' THEN NULL ELSE erhvervsrettet END AS erhvervsrettet,
        CASE WHEN stabschef__dato > DATE '2024-06-01' THEN NULL ELSE stabschef END AS stabschef,
        CASE WHEN begrundet_stedvalg__dato > DATE '2024-06-01' THEN NULL ELSE begrundet_stedvalg END AS stedvalg,
        CASE WHEN egne__bidrag_til_byens_udvikling__dato > DATE '2024-06-01' THEN NULL
             ELSE egne__bidrag_til_byens_udvikling END AS byens_udvikling,
        CASE WHEN egne__bidrag_til_robotby_og_storby__dato > DATE '2024-06-01' THEN NULL
             ELSE egne__bidrag_til_robotby_og_storby END AS robotby,
        CASE WHEN egne__international_hverdag__dato > DATE '2024-06-01' THEN NULL
             ELSE egne__international_hverdag END AS hverdag,
        a.type IN ('partnerskab', 'netværk', 'venskabsbysamarbejde') AS lasting,
        CASE WHEN politiske_mål__kendt THEN goals.n IS NOT NULL END AS goal,
        CASE WHEN kerneopgaver__kendt THEN tasks.n IS NOT NULL END AS task,
        CASE WHEN NOT videndelinger__kendt OR perhaps > 0 THEN NULL ELSE coalesce(surely, 0) >= 1 END AS spread,
        CASE WHEN NOT videndelinger__kendt OR outside = 1 THEN NULL ELSE coalesce(outside, 0) = 2 END AS outside,
        CASE WHEN NOT lokale_aktører__kendt OR in_odense = 1 THEN NULL ELSE coalesce(in_odense, 0) = 2 END AS in_odense,
        CASE WHEN NOT lokale_aktører__kendt OR on_fyn = 1 THEN NULL ELSE coalesce(on_fyn, 0) = 2 END AS on_fyn,
        CASE WHEN NOT partnere__kendt OR such = 1 THEN NULL ELSE coalesce(such, 0) = 2 END AS such,
        CASE WHEN NOT evalueringer__kendt OR evaluations.recent = 1 THEN NULL
             ELSE coalesce(evaluations.recent, 0) = 2 END AS evaluated,
        CASE WHEN evalueringer__kendt AND undated = 0 THEN latest.gives IN ('lige så meget', 'mere') END AS balance
    FROM aktiviteter a
    LEFT JOIN goals USING (nr) LEFT JOIN tasks USING (nr) LEFT JOIN shared USING (nr) LEFT JOIN locals USING (nr)
    LEFT JOIN partners USING (nr) LEFT JOIN evaluations USING (nr) LEFT JOIN latest USING (nr)
), first AS (
    SELECT *,
        retning = 'deler viden' OR task AS knowledge,
        goal AND borgerværdi AS focus,
        CASE WHEN lasting AND NOT proposed THEN balance WHEN NOT (lasting AND NOT proposed) THEN FALSE END AS keeps,
        CASE WHEN lasting AND NOT proposed THEN NOT balance WHEN NOT (lasting AND NOT proposed) THEN FALSE END AS loses,
        CASE WHEN lasting THEN NOT (afgørende_viden AND goal) WHEN NOT lasting THEN FALSE END AS no_partner,
        CASE WHEN type = 'venskabsbysamarbejde' THEN NOT (task AND goal)
             WHEN type <> 'venskabsbysamarbejde' THEN FALSE END AS no_twin_task,
        CASE WHEN type = 'venskabsbysamarbejde' THEN venskabsby_relevans = 'ingen'
             WHEN type <> 'venskabsbysamarbejde' THEN FALSE END AS no_twin
    FROM facts
), second AS (
    SELECT *,
        proposed AND (NOT goal OR NOT focus OR NOT (goal AND knowledge) OR NOT gør_klogere OR no_partner OR no_twin_task
                      OR no_twin) AS deselect,
        running AND (NOT goal OR loses OR NOT gør_klogere) AS finish
    FROM first
)
SELECT nr,
    CASE WHEN ended THEN 'ingen'
         WHEN deselect THEN 'fravælg'
         WHEN proposed THEN CASE WHEN deselect IS NULL THEN 'afvent' ELSE 'tilvælg' END
         WHEN finish THEN CASE WHEN deselect IS NULL THEN 'afvent' ELSE 'afslut' END
         WHEN running THEN CASE WHEN deselect IS NULL OR finish IS NULL THEN 'afvent' ELSE 'fortsæt' END
         ELSE 'ingen' END AS handling,
    CASE WHEN focus THEN 'opfyldt' WHEN focus IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "fokus.1",
    CASE WHEN goal THEN 'opfyldt' WHEN goal IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "fokus.2",
    CASE WHEN stabschef THEN 'opfyldt' WHEN stabschef IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "fokus.3",
    CASE WHEN byens_udvikling THEN 'opfyldt' WHEN byens_udvikling IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "formål.2",
    CASE WHEN loosens THEN 'ikke relevant' WHEN loosens IS NULL THEN 'uafklaret' ELSE 'opfyldt' END AS "formål.3",
    CASE WHEN goal THEN 'opfyldt' WHEN goal IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "mål.2",
    CASE WHEN robotby THEN 'opfyldt' WHEN robotby IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "mål.5-7",
    CASE WHEN hverdag THEN 'opfyldt' WHEN hverdag IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "mål.8",
    CASE WHEN NOT goal OR NOT knowledge OR (NOT proposed AND NOT outside) OR NOT in_odense THEN 'ikke opfyldt'
         WHEN goal IS NULL OR knowledge IS NULL OR (NOT proposed AND outside IS NULL) OR in_odense IS NULL
         THEN 'uafklaret' ELSE 'opfyldt' END AS "principper.0",
    CASE WHEN goal THEN 'opfyldt' WHEN goal IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "principper.1",
    CASE WHEN knowledge THEN 'opfyldt' WHEN knowledge IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "principper.2",
    CASE WHEN proposed THEN 'ikke relevant' WHEN outside THEN 'opfyldt' WHEN outside IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "principper.3",
    CASE WHEN in_odense THEN 'opfyldt' WHEN in_odense IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "principper.4",
    CASE WHEN partnerskabsform <> 'ingen' THEN 'opfyldt' WHEN partnerskabsform IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "principper.5",
    CASE WHEN omdømme THEN 'opfyldt' WHEN omdømme IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "principper.6",
    CASE WHEN goal OR knowledge THEN 'opfyldt' WHEN goal IS NULL OR knowledge IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "prioritering.1",
    CASE WHEN goal AND knowledge THEN 'opfyldt' WHEN (goal AND knowledge) IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "prioritering.2",
    CASE WHEN retning IS NULL THEN 'uafklaret' ELSE 'opfyldt' END AS "prioritering.3",
    CASE WHEN (lasting AND running AND NOT evaluated) OR loses THEN 'ikke opfyldt'
         WHEN (running OR NOT proposed) AND lasting IS NULL
              OR lasting AND running AND evaluated IS NULL OR loses IS NULL THEN 'uafklaret'
         WHEN lasting AND NOT proposed THEN 'opfyldt' ELSE 'ikke relevant' END AS "prioritering.4",
    CASE WHEN gør_klogere THEN 'opfyldt' WHEN gør_klogere IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "prioritering.5",
    CASE WHEN NOT running THEN 'ikke relevant' WHEN NOT goal OR loses OR NOT gør_klogere THEN 'ikke opfyldt'
         WHEN goal IS NULL OR loses IS NULL OR gør_klogere IS NULL THEN 'uafklaret' ELSE 'opfyldt' END AS "prioritering.6",
    'opfyldt' AS "revision.1",
    'opfyldt' AS "revision.2",
    CASE WHEN NOT lasting THEN 'ikke relevant' WHEN lasting IS NULL OR (afgørende_viden AND goal) IS NULL
         THEN 'uafklaret' WHEN afgørende_viden AND goal THEN 'opfyldt' ELSE 'ikke opfyldt' END AS "samarbejde.1",
    CASE WHEN on_fyn THEN 'opfyldt' WHEN on_fyn IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "samarbejde.2",
    CASE WHEN NOT (type = 'partnerskab' AND such) THEN 'ikke relevant'
         WHEN (type = 'partnerskab' AND such) IS NULL OR erhvervsrettet IS NULL THEN 'uafklaret'
         WHEN erhvervsrettet THEN 'opfyldt' ELSE 'ikke opfyldt' END AS "samarbejde.3",
    CASE WHEN NOT eu_projekt OR sdeo_inddraget THEN 'opfyldt' WHEN eu_projekt IS NULL OR sdeo_inddraget IS NULL
         THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "samarbejde.5",
    CASE WHEN NOT eu_projekt OR søgt_i_fællesskab THEN 'opfyldt' WHEN eu_projekt IS NULL OR søgt_i_fællesskab IS NULL
         THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "samarbejde.6",
    CASE WHEN proposed THEN 'ikke relevant' WHEN spread THEN 'opfyldt' WHEN spread IS NULL THEN 'uafklaret'
         ELSE 'ikke opfyldt' END AS "samarbejde.7-8",
    CASE WHEN type <> 'venskabsbysamarbejde' THEN 'ikke relevant'
         WHEN type IS NULL OR (task AND goal) IS NULL THEN 'uafklaret'
         WHEN task AND goal THEN 'opfyldt' ELSE 'ikke opfyldt' END AS "venskabsbyer.3",
    CASE WHEN stedvalg THEN 'opfyldt' WHEN stedvalg IS NULL THEN 'uafklaret' ELSE 'ikke opfyldt' END AS "venskabsbyer.4",
    CASE WHEN type <> 'venskabsbysamarbejde' THEN 'ikke relevant'
         WHEN type IS NULL OR venskabsby_relevans IS NULL THEN 'uafklaret'
         WHEN venskabsby_relevans <> 'ingen' THEN 'opfyldt' ELSE 'ikke opfyldt' END AS "venskabsbyer.5"
FROM second
