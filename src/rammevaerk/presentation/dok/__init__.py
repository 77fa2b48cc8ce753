"""The living documentation: rule files, scenarier and the results of their latest run as pages anybody can read."""
