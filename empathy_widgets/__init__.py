"""empathy_widgets: a bilingual course in JupyterLab to understand your customers."""
