package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetQuery.Without;
import dev.tandem.search.QueryReading.Condition;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Filters as what people write: fields with values. */
final class FilterValues {
  private final SortedMap<String, Set<String>> values = new TreeMap<>();

  static FilterValues of(Filters filters) {
    return of(
        filters.stages(),
        filters.types(),
        filters.terms(),
        filters.languages(),
        filters.owners(),
        filters.phrases());
  }

  static FilterValues of(Without without) {
    return of(
        without.stages(),
        without.types(),
        without.terms(),
        without.languages(),
        without.owners(),
        without.phrases());
  }

  private static FilterValues of(
      Set<JourneyStage> stages,
      Set<ContentType> types,
      Set<Term> terms,
      Set<String> languages,
      Set<String> owners,
      Set<String> phrases) {
    var all = new FilterValues();
    stages.forEach(stage -> all.add("stage", stage.id()));
    types.forEach(type -> all.add("type", type.id()));
    terms.forEach(term -> all.add(term.dimension().id(), term.label()));
    languages.forEach(language -> all.add("language", language));
    owners.forEach(owner -> all.add("owner", owner));
    phrases.forEach(phrase -> all.add(Condition.PHRASE, phrase));
    return all;
  }

  void add(String field, String value) {
    values.computeIfAbsent(field, none -> new TreeSet<>()).add(value);
  }

  Collection<String> fields() {
    return values.keySet();
  }

  List<String> values(String field) {
    return List.copyOf(values.getOrDefault(field, Set.of()));
  }

  /** The same without a field. */
  FilterValues less(String field) {
    var rest = new FilterValues();
    rest.values.putAll(values);
    rest.values.remove(field);
    return rest;
  }

  /** The same without one value. */
  FilterValues less(String field, String value) {
    var rest = less(field);
    for (var other : values(field)) if (!other.equals(value)) rest.add(field, other);
    return rest;
  }

  Filters filters(FilterValues unwanted) {
    return new Filters(
        read("stage", value -> JourneyStage.parse(value).orElseThrow()),
        read("type", value -> ContentType.parse(value).orElseThrow()),
        terms(),
        read("language", Function.identity()),
        read("owner", Function.identity()),
        read(Condition.PHRASE, Function.identity()),
        unwanted.without());
  }

  private Without without() {
    return new Without(
        read("stage", value -> JourneyStage.parse(value).orElseThrow()),
        read("type", value -> ContentType.parse(value).orElseThrow()),
        terms(),
        read("language", Function.identity()),
        read("owner", Function.identity()),
        read(Condition.PHRASE, Function.identity()));
  }

  private Set<Term> terms() {
    var terms = new java.util.HashSet<Term>();
    for (var dimension : Dimension.values())
      values(dimension.id()).forEach(label -> terms.add(new Term(dimension, label)));
    return terms;
  }

  private <T> Set<T> read(String field, Function<String, T> value) {
    return values(field).stream().map(value).collect(Collectors.toSet());
  }
}
