package io.onhand.api.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The scope that a partner client needs for an operation, as the merchant granted it. Each operation carries this or
 * {@link PlatformOperator}; the application does not start otherwise.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface Scope {
    /** One of {@link io.onhand.tenant.Tenants#SCOPES}, or {@link #ANY}. */
    String value();

    /** Any grant of the tenant will do, whatever it allows. */
    String ANY = "any";
}
