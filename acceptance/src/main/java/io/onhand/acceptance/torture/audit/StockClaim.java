package io.onhand.acceptance.torture.audit;

/**
 * What somebody who changed stock was told.
 *
 * @param tenant alias of the tenant
 * @param id the caller's id of the change
 * @param delta units that it adds, negative when it takes them; 0 for a count, whose difference the caller cannot know
 * @param outcome what was answered: {@code applied}, {@code unchanged}, {@code duplicate} or {@code refused}
 */
public record StockClaim(String tenant, String id, int delta, String outcome) {}
