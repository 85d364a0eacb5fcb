package dev.tandem.deals.crm.salesforce;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The SOQL that reads opportunities with all that hangs on them. */
final class OpportunityQuery {
  static final List<String> OF_ACCOUNTS =
      List.of("Name", "Industry", "NumberOfEmployees", "BillingCountry");
  private static final List<String> NEEDED =
      List.of("Id", "SystemModstamp", "IsDeleted", "IsWon", "IsClosed", "StageName");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private OpportunityQuery() {}

  /**
   * @param wanted of the opportunity itself; what Salesforce does not have must be left out, since
   *     it refuses the whole query
   */
  static String since(Instant moment, Set<String> wanted) {
    var fields = new LinkedHashSet<>(NEEDED);
    wanted.stream().filter(name -> NAME.matcher(name).matches()).sorted().forEach(fields::add);
    OF_ACCOUNTS.forEach(name -> fields.add("Account." + name));
    fields.addAll(List.of("Owner.Email", "Campaign.Name"));
    return "SELECT "
        + String.join(", ", fields)
        + ", (SELECT Contact.Title, Role FROM OpportunityContactRoles)"
        + ", (SELECT StageName, CreatedDate FROM OpportunityHistories)"
        + " FROM Opportunity WHERE SystemModstamp >= "
        + DateTimeFormatter.ISO_INSTANT.format(moment)
        + " ORDER BY SystemModstamp, Id";
  }
}
