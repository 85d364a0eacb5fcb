package dev.tandem.library.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.LifecycleState;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filter of the library as it stands in the URL; what is malformed is left open. */
record LibraryState(AssetFilter filter) {

  static LibraryState read(QueryParameters parameters) {
    return new LibraryState(
        new AssetFilter(
            read(parameters, "state", LifecycleState::valueOf),
            read(parameters, "type", ContentType::valueOf),
            read(parameters, "stage", JourneyStage::valueOf),
            parameters.getSingleParameter("owner").filter(it -> !it.isBlank()).orElse(null),
            parameters.getSingleParameter("confirm").filter("yes"::equals).isPresent(),
            parameters.getSingleParameter("q").orElse(""),
            Optional.ofNullable(read(parameters, "order", AssetFilter.Order::valueOf))
                .orElse(AssetFilter.Order.TITLE)));
  }

  private static <E extends Enum<E>> @Nullable E read(
      QueryParameters parameters, String name, Function<String, E> valueOf) {
    try {
      return parameters
          .getSingleParameter(name)
          .map(text -> valueOf.apply(text.toUpperCase(Locale.ROOT)))
          .orElse(null);
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  QueryParameters write() {
    var values = new LinkedHashMap<String, String>();
    put(values, "state", filter.state());
    put(values, "type", filter.type());
    put(values, "stage", filter.stage());
    if (filter.owner() != null) values.put("owner", filter.owner());
    if (filter.toConfirm()) values.put("confirm", "yes");
    if (!filter.text().isBlank()) values.put("q", filter.text().strip());
    if (filter.order() != AssetFilter.Order.TITLE) put(values, "order", filter.order());
    return QueryParameters.simple(values);
  }

  private static void put(
      LinkedHashMap<String, String> values, String name, @Nullable Enum<?> value) {
    if (value != null) values.put(name, value.name().toLowerCase(Locale.ROOT));
  }

  boolean isOpen() {
    return filter.state() == null
        && filter.type() == null
        && filter.stage() == null
        && filter.owner() == null
        && !filter.toConfirm()
        && filter.text().isBlank();
  }

  LibraryState withState(@Nullable LifecycleState state) {
    return new LibraryState(
        new AssetFilter(
            state,
            filter.type(),
            filter.stage(),
            filter.owner(),
            false,
            filter.text(),
            filter.order()));
  }

  LibraryState withToConfirm() {
    return new LibraryState(
        new AssetFilter(
            null,
            filter.type(),
            filter.stage(),
            filter.owner(),
            true,
            filter.text(),
            filter.order()));
  }

  LibraryState withType(@Nullable ContentType type) {
    return new LibraryState(
        new AssetFilter(
            filter.state(),
            type,
            filter.stage(),
            filter.owner(),
            filter.toConfirm(),
            filter.text(),
            filter.order()));
  }

  LibraryState withStage(@Nullable JourneyStage stage) {
    return new LibraryState(
        new AssetFilter(
            filter.state(),
            filter.type(),
            stage,
            filter.owner(),
            filter.toConfirm(),
            filter.text(),
            filter.order()));
  }

  LibraryState withOwner(@Nullable String owner) {
    return new LibraryState(
        new AssetFilter(
            filter.state(),
            filter.type(),
            filter.stage(),
            owner,
            filter.toConfirm(),
            filter.text(),
            filter.order()));
  }

  LibraryState withText(String text) {
    return new LibraryState(
        new AssetFilter(
            filter.state(),
            filter.type(),
            filter.stage(),
            filter.owner(),
            filter.toConfirm(),
            text,
            filter.order()));
  }

  LibraryState withOrder(AssetFilter.Order order) {
    return new LibraryState(
        new AssetFilter(
            filter.state(),
            filter.type(),
            filter.stage(),
            filter.owner(),
            filter.toConfirm(),
            filter.text(),
            order));
  }
}
