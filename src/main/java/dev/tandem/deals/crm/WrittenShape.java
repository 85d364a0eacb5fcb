package dev.tandem.deals.crm;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A {@link RestShape} as it stands below {@code rest:} in the configuration, so that what works
 * there can be pasted here.
 */
public final class WrittenShape {
  private static final String ROOT = "rest";

  /** What people can begin with. */
  public static final String EXAMPLE =
      """
      path: /api/v1/Opportunity
      query: "maxSize={limit}&orderBy=modifiedAt&order=asc&where[0][type]=greaterThanOrEquals&where[0][attribute]=modifiedAt&where[0][value]={since}"
      header: X-Api-Key
      header-value: "{token}"
      paging: modified
      limit: 200
      records: /list
      id: /id
      modified: /modifiedAt
      modified-format: yyyy-MM-dd HH:mm:ss
      columns: {name: name, account: accountName, "[sales_stage]": stage, amount: amount, currency: amountCurrency, owner: assignedUserName}
      """;

  private WrittenShape() {}

  /**
   * @throws IllegalArgumentException in words for people, naming what is not understood
   */
  public static RestShape read(String text) {
    var values = new LinkedHashMap<String, Object>();
    try {
      var yaml = new YamlPropertiesFactoryBean();
      yaml.setResources(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
      var properties = yaml.getObject();
      if (properties != null)
        properties.forEach((name, value) -> values.put(ROOT + '.' + name, value));
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("This is no YAML: " + firstLine(malformed), malformed);
    }
    RestShape shape;
    try {
      shape =
          new Binder(new MapConfigurationPropertySource(values))
              .bind(
                  ROOT,
                  Bindable.of(RestShape.class),
                  new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
              .orElseThrow(() -> new IllegalArgumentException("Say at least the path."));
    } catch (BindException wrong) {
      Throwable cause = wrong;
      while (cause.getCause() != null) cause = cause.getCause();
      throw new IllegalArgumentException(
          "‘%s’ is not understood: %s".formatted(wrong.getName(), firstLine(cause)), wrong);
    }
    if (values.get(ROOT + ".path") == null)
      throw new IllegalArgumentException("Say at least the path.");
    return shape;
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
