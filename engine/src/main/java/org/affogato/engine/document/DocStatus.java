package org.affogato.engine.document;

/** Where a submittable document stands. */
public enum DocStatus {
    DRAFT,
    SUBMITTED,
    CANCELLED;

    /** 0, 1 or 2, as stored. */
    public long code() {
        return ordinal();
    }

    /**
     * @throws IllegalArgumentException for any other number; callers turn it into their own error
     */
    public static DocStatus of(long code) {
        if (code < 0 || code > 2) {
            throw new IllegalArgumentException("Invalid docstatus " + code);
        }
        return values()[(int) code];
    }
}
