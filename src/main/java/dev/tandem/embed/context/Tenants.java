package dev.tandem.embed.context;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The CRMs of this installation by a name of their own, which is a part of addresses. */
@ConfigurationProperties("tandem.embed")
public record Tenants(@DefaultValue Map<String, Tenant> tenants) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public Tenants {
    tenants = Map.copyOf(tenants);
    for (var name : tenants.keySet())
      if (!NAME.matcher(name).matches())
        throw new IllegalArgumentException(
            "tandem.embed.tenants: a name has 1 to 40 lower-case letters, digits and hyphens, not '"
                + name
                + "'");
  }

  public Optional<Tenant> find(@Nullable String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(tenants.get(name));
  }
}
