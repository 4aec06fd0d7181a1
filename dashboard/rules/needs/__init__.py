"""Needs without a contract: what is bought today where no contract covers it, and which contracts leave a gap soon."""
