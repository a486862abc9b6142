window.linimasaEntries = {{ entries|safe }};
