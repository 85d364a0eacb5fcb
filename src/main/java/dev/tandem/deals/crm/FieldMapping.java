package dev.tandem.deals.crm;

import dev.tandem.deals.DealReading;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which field of a CRM fills which column of a deal.
 *
 * @param fields by column; a column that is not named is not synced
 */
public record FieldMapping(Map<String, String> fields) {
  public FieldMapping {
    var known = new TreeMap<String, String>();
    fields.forEach(
        (column, field) -> {
          if (!DealReading.columns().contains(column) || column.equals("id"))
            throw new IllegalArgumentException("'" + column + "' is no column of a deal");
          if (!field.isBlank()) known.put(column, field.strip());
        });
    fields = Map.copyOf(known);
  }

  /** With what people chose over it; an empty field takes the column out. */
  public FieldMapping with(Map<String, String> chosen) {
    var both = new LinkedHashMap<>(fields);
    both.putAll(chosen);
    return new FieldMapping(both);
  }

  public Set<String> wanted() {
    return new LinkedHashSet<>(fields.values());
  }

  /**
   * The record in the words of the deals file. A mapped field that the record lacks is left out, so
   * that the stored value stays.
   *
   * @param zone of the CRM's days
   * @param plainNumbers whether amounts are as programs write them
   * @throws WrongValue when a date cannot be read
   */
  public Map<String, String> apply(CrmRecord record, ZoneId zone, boolean plainNumbers) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("id", record.id());
    fields.forEach(
        (column, field) -> {
          var value = record.values().get(field);
          if (value != null) cells.put(column, understood(column, value, zone, plainNumbers));
        });
    return cells;
  }

  /** What is wrong with the value of a column. */
  static final class WrongValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    final String column;

    WrongValue(String column, IllegalArgumentException why) {
      super(why.getMessage(), why);
      this.column = column;
    }
  }

  private static String understood(String column, String value, ZoneId zone, boolean plainNumbers) {
    try {
      return cell(column, value, zone, plainNumbers);
    } catch (IllegalArgumentException wrong) {
      throw new WrongValue(column, wrong);
    }
  }

  private static String cell(String column, String value, ZoneId zone, boolean plainNumbers) {
    if (value.isBlank()) return "";
    return switch (column) {
      case "created_on", "closed_on" -> CrmTimes.day(value, zone).toString();
      case "amount" -> plainNumbers ? amount(value) : value;
      case "outcome" -> outcome(value);
      case "personas", "competitors", "products" -> value.replace(';', '|');
      default -> value;
    };
  }

  /** Programs write decimal points; three digits behind one could be read as thousands. */
  private static String amount(String value) {
    try {
      var number = new BigDecimal(value.strip());
      if (number.scale() == 3 || number.scale() < 0) number = number.setScale(4);
      return number.toPlainString();
    } catch (NumberFormatException words) {
      return value;
    }
  }

  private static String outcome(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true", "won", "closed won", "closedwon", "1" -> "won";
      case "lost", "closed lost", "closedlost" -> "lost";
      case "false", "open", "0" -> "open";
      default -> value;
    };
  }
}
