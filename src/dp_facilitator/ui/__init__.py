"""Everything with pixels: the look, the widgets, the desk and the big screen."""
