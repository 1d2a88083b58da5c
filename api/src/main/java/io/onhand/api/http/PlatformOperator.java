package io.onhand.api.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** An operation of those who run the platform, not of a tenant: the token carries the realm role {@value #ROLE}. */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface PlatformOperator {
    String ROLE = "platform-operator";
}
