package dev.tandem.deals.crm;

/**
 * A field of a CRM.
 *
 * @param name by which the CRM is asked for it
 * @param label as its people see it
 */
public record CrmField(String name, String label) {}
