package dev.tandem.deals.crm;

/** Opens the gateways of one type. */
public interface CrmGatewayFactory {

  /** As it stands in the configuration, such as {@code hubspot}. */
  String type();

  /**
   * Says nothing to the CRM yet.
   *
   * @param source its name in the configuration
   * @throws CrmFailure when a setting is missing or wrong
   */
  CrmGateway open(String source, CrmAccess access);
}
