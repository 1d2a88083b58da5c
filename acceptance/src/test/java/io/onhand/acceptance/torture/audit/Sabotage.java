package io.onhand.acceptance.torture.audit;

import java.util.List;
import java.util.function.Consumer;

/**
 * One way of spoiling a sound world.
 *
 * @param check the check that has to find it
 * @param what in words
 * @param sql statements with short ids, see {@link SoundWorld#ids}; guards of the database are off
 * @param records what happens to the records beside the database
 */
record Sabotage(String check, String what, String sql, Consumer<SoundWorld> records) {
    private static Sabotage rows(String check, String what, String sql) {
        return new Sabotage(check, what, sql, world -> {});
    }

    private static Sabotage records(String check, String what, Consumer<SoundWorld> records) {
        return new Sabotage(check, what, "", records);
    }

    @Override
    public String toString() {
        return check + ": " + what;
    }

    static List<Sabotage> all() {
        return List.of(
                rows(
                        "level-is-sum-of-movements",
                        "a unit appears on the shelf",
                        "update stock_level set on_hand = 11 where sku_id = '121'"),
                rows(
                        "level-is-sum-of-movements",
                        "a movement without a level",
                        "delete from stock_level where sku_id = '122'"),
                rows(
                        "reserved-is-open-holds",
                        "a reservation is forgotten",
                        "update stock_level set reserved = 2 where sku_id = '121'"),
                rows("oversold", "more units are held than were ever there", """
                        alter table stock_level drop constraint no_oversell;
                        update stock_hold set quantity = 12 where id = '181';
                        update order_line set quantity = 12, held = 11 where id = '171';
                        update stock_level set reserved = 12 where sku_id = '121'"""),
                rows("oversold", "more units are missing than a count took", """
                        insert into stock_movement (tenant_id, id, sku_id, from_location_id, to_location_id, quantity, reason, cause_kind, actor, occurred_at, recorded_at)
                          values ('10', '153', '121', '111', '112', 1, 'lost', 'count', 'test', now(), now());
                        update stock_level set on_hand = 9, reserved = 11, shortfall = 2 where sku_id = '121';
                        update stock_hold set quantity = 11 where id = '181'"""),
                rows(
                        "shortfall-is-what-is-missing",
                        "a shortfall of nothing",
                        "update stock_level set shortfall = 1 where sku_id = '121'"),
                rows("units-have-one-state", "a unit is in two states", """
                        alter table order_line drop constraint every_unit_has_one_state;
                        update order_line set shipped = 1 where id = '171'"""),
                rows(
                        "held-units-have-holds",
                        "a held unit has no hold",
                        "update stock_hold set released = 1 where id = '182'"),
                rows(
                        "held-units-have-holds",
                        "a bundle lacks one of its leaves",
                        "delete from stock_hold where id = '183'"),
                rows(
                        "hold-belongs-to-its-order",
                        "a hold of a stranger's line",
                        "update stock_hold set order_id = '162' where id = '181'"),
                rows("restocked-at-most-deducted", "more came back than was held", """
                        alter table stock_hold drop constraint hold_not_overdrawn;
                        update stock_hold set released = 2 where id = '184'"""),
                rows("restocked-at-most-deducted", "more was returned than had left", """
                        insert into stock_movement (tenant_id, id, sku_id, from_location_id, to_location_id, quantity, reason, cause_kind, cause_id, actor, occurred_at, recorded_at)
                          values ('10', '153', '121', '112', '111', 1, 'returned', 'return', '161', 'test', now(), now())"""),
                rows("order-is-there-once", "an order is there twice", """
                        drop index sales_order_number_once;
                        insert into sales_order (tenant_id, id, channel_id, external_id, state, source, placed_at, accepted_at, currency, total_minor, fingerprint)
                          values ('10', '163', '131', 'o1', 'held', 'api', now(), now(), 'KRW', 0, 'f')"""),
                rows(
                        "ended-order-has-nothing-open",
                        "a cancelled order holds units",
                        "update sales_order set state = 'cancelled' where id = '161'"),
                rows("order-has-lines", "an order without lines", "delete from order_line where id = '173'"),
                rows(
                        "acknowledged-order-is-there",
                        "an acknowledged order is lost",
                        "delete from sales_order where id = '162'"),
                rows(
                        "acknowledged-order-is-there",
                        "an acknowledged order lost a unit",
                        "update order_line set quantity = 2, cancelled = 2 where id = '173'"),
                records("acknowledged-order-is-there", "an order that was taken back is there", world -> world.claims()
                        .undone(SoundWorld.id("131"), "api-1", true)),
                new Sabotage(
                        "acknowledged-order-is-there",
                        "an order that nobody acknowledged is there twice",
                        """
                        drop index sales_order_number_once;
                        insert into sales_order (tenant_id, id, channel_id, external_id, state, source, placed_at, accepted_at, currency, total_minor, fingerprint)
                          select tenant_id, gen_random_uuid(), channel_id, 'api-2', 'cancelled', source, placed_at, accepted_at, currency, total_minor, fingerprint
                          from sales_order cross join generate_series(1, 2) where id = '162'""",
                        world -> world.claims()
                                .sending(OrderClaim.sent(
                                        "t1", SoundWorld.id("131"), "api-2", List.of(new OrderClaim.Line("LS", 1))))),
                rows(
                        "cancelled-units-are-cancelled",
                        "a cancellation was lost",
                        "update order_line set cancelled = 0, refused = 1 where id = '173'"),
                records("cancelled-units-are-cancelled", "one of two cancellations was lost", world -> world.claims()
                        .cancelled(SoundWorld.id("131"), "api-1", 1)),
                rows(
                        "stock-change-is-there",
                        "an applied change was lost",
                        "delete from stock_movement where id = '151'"),
                rows(
                        "stock-change-is-there",
                        "a change moved other units",
                        "update stock_movement set quantity = 9 where id = '151'"),
                records("stock-change-is-there", "a refused change was made", world -> world.claims()
                        .stock(new StockClaim("t1", SoundWorld.id("152"), 10, "refused"))),
                rows(
                        "tenants-are-apart",
                        "a foreign key leads to the other tenant",
                        "update order_line set sku_id = '221' where id = '171'"),
                rows(
                        "tenants-are-apart",
                        "a bare id leads to the other tenant",
                        "update sales_order set import_id = '291' where id = '161'"),
                rows(
                        "tenants-are-apart",
                        "both tenants have the same id",
                        "update stock_movement set id = '152' where id = '252'"),
                rows("tenants-are-apart", "a list of ids leads to the other tenant", """
                        insert into outbox (tenant_id, id, kind, subjects, occurred_at, next_attempt_at)
                          values ('10', '192', 'stock-changed', array['121', '221']::uuid[], now(), now())"""),
                rows(
                        "references-lead-somewhere",
                        "a line of a listing that is gone",
                        "delete from listing where id = '141'"),
                rows(
                        "references-lead-somewhere",
                        "a movement from nowhere",
                        "update stock_movement set from_location_id = '119' where id = '151'"),
                rows("tenants-are-apart", "a table without a tenant", "create table note (id uuid primary key)"),
                rows("nothing-waits", "a message waits in the inbox", """
                        insert into inbox (tenant_id, id, channel_id, event_id, source, payload, received_at, next_attempt_at)
                          values ('10', '192', '131', 'e', 'webhook', '', now(), now())"""),
                rows("nothing-waits", "a message waits in the outbox", """
                        insert into outbox (tenant_id, id, kind, subjects, occurred_at, next_attempt_at) values ('10', '192', 'stock-changed', array['121']::uuid[], now(), now())"""),
                rows(
                        "nothing-waits",
                        "a listing waits to be told",
                        "update publication set stale_since = now() where listing_id = '141'"),
                rows("nothing-waits", "an import waits", "update import_run set state = 'committing' where id = '191'"),
                rows("nothing-is-parked", "a message is parked in the inbox", """
                        insert into inbox (tenant_id, id, channel_id, event_id, source, payload, received_at, next_attempt_at, parked_at)
                          values ('10', '192', '131', 'e', 'webhook', '', now(), now(), now())"""),
                rows("nothing-is-parked", "a message is parked in the outbox", """
                        insert into outbox (tenant_id, id, kind, subjects, occurred_at, next_attempt_at, parked_at)
                          values ('10', '192', 'stock-changed', array['121']::uuid[], now(), now(), now())"""),
                rows(
                        "publication-is-of-its-listing",
                        "told by another code",
                        "update publication set code = 'C' where listing_id = '141'"),
                rows(
                        "publication-is-of-its-listing",
                        "a linked listing that nobody is told of",
                        "delete from publication where listing_id = '141'"),
                rows(
                        "free-units-are-served",
                        "an order waits beside free units",
                        "update order_line set quantity = 4, backordered = 1 where id = '171'"),
                records("shop-shows-what-may-be-sold", "a shop shows too many", world -> world.shown()
                        .set(0, new Shops.Shown("shop1", "LS", 6))),
                rows(
                        "shop-shows-what-may-be-sold",
                        "a buffer that nobody was told of",
                        "update channel_policy set buffer_units = 4 where tenant_id = '10'"),
                rows(
                        "shop-shows-what-may-be-sold",
                        "told another number than is shown",
                        "update publication set told_quantity = 4 where listing_id = '141'"),
                records("shop-order-is-there", "an order of a shop never came", world -> world.orders()
                        .add(new Shops.Ordered("shop1", "o2", "buyer-3", List.of(new Shops.Line("1", "LS", 1, 0))))),
                rows(
                        "shop-order-is-there",
                        "a cancellation of a shop never came",
                        "update order_line set quantity = 2, cancelled = 0 where id = '171'"),
                rows(
                        "shop-order-is-nobody-elses",
                        "the other tenant has the order",
                        "update sales_order set buyer_name = 'buyer-1' where id = '262'"));
    }
}
