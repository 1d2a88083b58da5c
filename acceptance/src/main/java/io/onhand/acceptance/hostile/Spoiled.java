package io.onhand.acceptance.hostile;

/**
 * What was done to a request, and what its answer must be.
 *
 * @param how in a few words
 * @param refused whether the product may not take it: then it answers 4xx, or refuses the item of the batch
 * @param field that a refusal has to name; null: none in particular
 * @param bare whether it may be no HTTP any more: then the HTTP server refuses it with 4xx and says nothing else
 */
record Spoiled(String how, boolean refused, String field, boolean bare) {
    /** A request that is meant well. */
    static final Spoiled NOT = new Spoiled("meant well", false, null, false);

    /** May be taken or refused. */
    static Spoiled maybe(String how) {
        return new Spoiled(how, false, null, false);
    }

    /** May be taken or refused, also by the HTTP server. */
    static Spoiled perhapsNoHttp(String how) {
        return new Spoiled(how, false, null, true);
    }

    /** Must be refused, for whatever it was. */
    static Spoiled refused(String how) {
        return new Spoiled(how, true, null, false);
    }

    /** Must be refused, and the refusal must name the field. */
    static Spoiled refused(String how, String field) {
        return new Spoiled(how, true, field, false);
    }

    @Override
    public String toString() {
        return how + (field == null ? "" : " at " + field);
    }
}
