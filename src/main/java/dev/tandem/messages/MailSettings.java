package dev.tandem.messages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail is off unless somebody turns it on and names a server ({@code spring.mail.host}).
 *
 * @param enabled whether digests go out
 * @param from the sender's address
 * @param address where the program is reached from outside, for links; empty for none
 * @param everyDays how many days lie between two digests to one person, at least 1
 */
@ConfigurationProperties("tandem.mail")
record MailSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("tandem@localhost") String from,
    @DefaultValue("") String address,
    @DefaultValue("1") int everyDays) {
  MailSettings {
    if (everyDays < 1) throw new IllegalArgumentException("tandem.mail.every-days is below 1");
    address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
