package dev.tandem.insight.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The definitions of all figures. */
record MetricsJson(int version, List<Map<String, @Nullable Object>> metrics) {}
