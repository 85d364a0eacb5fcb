package dev.tandem.taxonomy;

/** Said after commit whenever a word's meaning or synonyms changed. */
public record GlossaryChanged() {}
