"""The follow-up on a portfolio as something to hand over: one composition, and a printer for each form."""
