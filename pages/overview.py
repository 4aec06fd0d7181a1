"""Where do we stand on our three goals?"""

from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters

sidebar_filters()
heading("Översikt")
