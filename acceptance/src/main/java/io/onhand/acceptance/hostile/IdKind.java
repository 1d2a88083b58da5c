package io.onhand.acceptance.hostile;

/** The kinds of things that a tenant has and that a request can name. */
enum IdKind {
    CHANNEL(true),
    LISTING(true),
    ORDER(true),
    LINE(true),
    IMPORT(true),
    PARKED(true),
    SKU(false),
    LOCATION(false);

    private final boolean uuid;

    IdKind(boolean uuid) {
        this.uuid = uuid;
    }

    /** Whether it is named by a UUID; else by a code of the tenant's own. */
    boolean isUuid() {
        return uuid;
    }

    /** The kind that a parameter or a field of that name means; null: none. */
    static IdKind byField(String name) {
        return switch (name) {
            case "channel", "channelId" -> CHANNEL;
            case "lineId" -> LINE;
            case "import" -> IMPORT;
            case "sku", "skuCode", "skuCodes", "code" -> SKU;
            case "location", "network" -> LOCATION;
            default -> null;
        };
    }

    /** The kind that the parameter in a path means. */
    static IdKind byPath(String path, String parameter) {
        String before = path.substring(0, path.indexOf("/{" + parameter));
        return switch (before.substring(before.lastIndexOf('/') + 1)) {
            case "channels" -> CHANNEL;
            case "listings" -> LISTING;
            case "orders" -> ORDER;
            case "imports" -> IMPORT;
            case "parked-messages" -> PARKED;
            case "skus" -> SKU;
            case "locations" -> LOCATION;
            default -> {
                IdKind named = byField(parameter);
                if (named == null) {
                    throw new IllegalStateException("whose id is {" + parameter + "} in " + path
                            + "? Say it in IdKind, and let Household have one");
                }
                yield named;
            }
        };
    }
}
