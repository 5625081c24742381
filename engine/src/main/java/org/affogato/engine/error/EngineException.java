package org.affogato.engine.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of all errors that reach a caller. The simple class name goes out as {@code exc_type}, hence subclasses bear
 * Frappe's names; the HTTP status stands on the class. Frappe: {@code exceptions.py}.
 */
public abstract class EngineException extends RuntimeException {
    /** How the message shows in {@code _server_messages}. */
    public enum Notice {
        /** Shown red with {@code raise_exception}: what {@code frappe.throw} does. */
        RAISED,
        /** Shown without flags: a plain {@code msgprint} before the error. */
        PLAIN,
        /** Not shown: a bare {@code raise}. */
        NONE
    }

    private final int status;
    private Notice notice = Notice.RAISED;
    private @Nullable String title;

    protected EngineException(int status, String message) {
        super(message);
        this.status = status;
    }

    protected EngineException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public final int status() {
        return status;
    }

    /** The Python module that the reference defines the class in; first part of the wire's {@code exception}. */
    public String module() {
        return "frappe.exceptions";
    }

    public final Notice notice() {
        return notice;
    }

    public final @Nullable String title() {
        return title;
    }

    /** Sets how the message shows; returns this so that it reads {@code throw new X("…").shown(PLAIN)}. */
    public final EngineException shown(Notice how) {
        this.notice = how;
        return this;
    }

    /** Sets the heading of the message box. */
    public final EngineException titled(String heading) {
        this.title = heading;
        return this;
    }
}
