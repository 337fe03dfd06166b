"""Documents as the model: templates filled in, relative parties expanded, levels counted."""
