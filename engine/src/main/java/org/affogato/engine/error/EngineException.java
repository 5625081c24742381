package org.affogato.engine.error;

import java.time.Duration;
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
    private Duration retryAfter = Duration.ZERO;

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

    /** How long the caller should wait before he tries again; zero where waiting does not help. */
    public final Duration retryAfter() {
        return retryAfter;
    }

    protected final void retryAfter(Duration pause) {
        this.retryAfter = pause;
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
