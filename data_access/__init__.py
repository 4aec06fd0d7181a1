"""Where the data comes from: the SQL database, the ledger and the files read into them."""
