"""How fast a ceiling is used, and the day it is forecast to be reached. A ceiling that is not known is never none."""
