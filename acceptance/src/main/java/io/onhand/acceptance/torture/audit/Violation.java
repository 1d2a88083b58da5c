package io.onhand.acceptance.torture.audit;

/**
 * Something that must not be.
 *
 * @param check which check found it
 * @param what the offending row or record in words
 */
public record Violation(String check, String what) {
    @Override
    public String toString() {
        return check + ": " + what;
    }
}
