package dev.tandem.sampledata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who buys what from the sample company, in weights. */
final class Markets {
  static final Map<String, Integer> REGIONS =
      ordered("Nordics", 22, "DACH", 30, "EMEA", 28, "North America", 20);

  static final Map<String, Integer> INDUSTRIES =
      ordered(
          "manufacturing", 24,
          "utilities", 18,
          "facilities management", 16,
          "food and beverage", 14,
          "healthcare", 12,
          "telecommunications", 9,
          "rail", 7);

  static final Map<String, Integer> SIZES =
      ordered("50-199", 16, "200-999", 42, "1000-4999", 32, "5000+", 10);

  /** Median amount a year in thousands. */
  static final Map<String, Integer> AMOUNTS =
      ordered("50-199", 36, "200-999", 78, "1000-4999", 165, "5000+", 340);

  static final List<String> LOSS_REASONS =
      List.of(
          "Price",
          "No decision",
          "Budget frozen",
          "Competitor",
          "Missing feature",
          "Timing",
          "Sponsor left");

  static final Map<String, Integer> SOURCES =
      ordered(
          "Website",
          24,
          "Outbound",
          22,
          "Referral",
          16,
          "Trade fair",
          14,
          "Webinar",
          14,
          "Partner",
          10);

  private Markets() {}

  static Map<String, Integer> products(String industry) {
    return switch (industry) {
      case "manufacturing" -> shares(10, 50, 15, 25);
      case "utilities" -> shares(45, 12, 33, 10);
      case "healthcare" -> shares(10, 5, 80, 5);
      case "facilities management" -> shares(75, 0, 17, 8);
      case "telecommunications" -> shares(70, 2, 6, 22);
      case "rail" -> shares(42, 38, 14, 6);
      default -> shares(5, 58, 32, 5);
    };
  }

  private static Map<String, Integer> shares(int dispatch, int pulse, int vault, int link) {
    return ordered(
        "Larkspur Dispatch",
        dispatch,
        "Larkspur Pulse",
        pulse,
        "Larkspur Vault",
        vault,
        "Larkspur Link",
        link);
  }

  /** The rivals met with a product; an empty name stands for none known. */
  static Map<String, Integer> rivals(String product) {
    return switch (product) {
      case "Larkspur Dispatch" ->
          ordered("", 30, "Servora", 22, "FieldNova", 22, "Maintrix", 16, "status quo", 10);
      case "Larkspur Pulse" -> ordered("", 38, "OpsGrid", 40, "status quo", 16, "Servora", 6);
      case "Larkspur Vault" -> ordered("", 46, "status quo", 30, "Servora", 18, "Maintrix", 6);
      default -> ordered("", 60, "Servora", 30, "FieldNova", 10);
    };
  }

  static Map<String, Integer> committee(String product) {
    return switch (product) {
      case "Larkspur Dispatch" ->
          ordered(
              "field service manager",
              35,
              "operations director",
              28,
              "IT director",
              14,
              "finance director",
              12,
              "procurement manager",
              10,
              "technician",
              6);
      case "Larkspur Pulse" ->
          ordered(
              "maintenance manager",
              38,
              "operations director",
              22,
              "IT director",
              16,
              "finance director",
              16,
              "procurement manager",
              8,
              "technician",
              4);
      case "Larkspur Vault" ->
          ordered(
              "compliance officer",
              42,
              "maintenance manager",
              20,
              "operations director",
              14,
              "IT director",
              12,
              "finance director",
              10,
              "procurement manager",
              6);
      default ->
          ordered(
              "IT director",
              48,
              "operations director",
              18,
              "maintenance manager",
              14,
              "procurement manager",
              10,
              "finance director",
              8);
    };
  }

  /** The reps who sell in a region. */
  static Map<String, Integer> reps(String region) {
    return switch (region) {
      case "Nordics" -> ordered("anna.berg", 60, "maria.oliveira", 40);
      case "DACH" -> ordered("jonas.keller", 66, "lea.dubois", 31, "anna.berg", 3);
      case "EMEA" -> ordered("maria.oliveira", 50, "lea.dubois", 44, "anna.berg", 6);
      default -> ordered("sam.whitaker", 100);
    };
  }

  private static Map<String, Integer> ordered(Object... namesAndWeights) {
    var weights = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < namesAndWeights.length; i += 2)
      weights.put((String) namesAndWeights[i], (Integer) namesAndWeights[i + 1]);
    return weights;
  }
}
