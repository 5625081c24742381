package org.affogato.engine.spi;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.affogato.engine.meta.Meta;

/**
 * The state of one request or job: who calls, its transaction, its messages. Passed as an argument, never ambient.
 * What in Frappe is {@code frappe.local} and {@code frappe.session}.
 */
public interface Context {
    String ADMINISTRATOR = "Administrator";
    String GUEST = "Guest";

    String site();

    /** The site's own address and the path: from the settings, never from what a caller says. Frappe: get_url. */
    String url(String path);

    /** Whether what the apps ship may be edited on this site. Frappe: {@code developer_mode}. */
    boolean developerMode();

    /** The calling user's name, {@code Guest} without login. */
    String user();

    /** The user's roles, the automatic ones ({@code All}, {@code Guest}, {@code Desk User}) included. */
    Set<String> roles();

    default boolean isAdministrator() {
        return user().equals(ADMINISTRATOR);
    }

    default boolean isGuest() {
        return user().equals(GUEST);
    }

    /** Now in the site's time zone, as Datetime fields store it; to the microsecond. */
    LocalDateTime now();

    ZoneId timeZone();

    /**
     * The compiled definition of a DocType.
     *
     * @throws org.affogato.engine.error.DoesNotExistError for an unknown one
     */
    Meta meta(String doctype);

    boolean hasDoctype(String doctype);

    Documents documents();

    Permissions permissions();

    /** The request's transaction, for set-based SQL. */
    Database database();

    Secrets secrets();

    /** What goes out beside the return value: messages, status, keys. */
    Answer answer();

    /** What the running action was told to relax. */
    Flags flags();

    /** Runs once the transaction is committed; not at all if it is rolled back. */
    void afterCommit(Runnable action);

    /**
     * Sends a mail once the transaction is committed; not at all if it is rolled back.
     *
     * @throws org.affogato.engine.error.OutgoingEmailError where no mail server is set up
     */
    void mail(Mail mail);

    /** Runs once the transaction, or the savepoint that is open now, is rolled back: undoes what is not in the database. */
    void afterRollback(Runnable action);

    /** Markup without what could run in a reader's browser, for fields that are not cleaned anyway. Frappe: sanitize_html. */
    String harmless(String markup);

    /** Says that a DocType's definition was written: this context reads it anew at once, all others after the commit. */
    void definitionChanged(String doctype);

    /**
     * Says that what a cache holds was written; all nodes drop that cache once the transaction is committed.
     *
     * @param scope the cache's name, such as {@code access}
     */
    void touch(String scope);

    /** Whether {@link #touch} was called for the scope in this transaction: no shared cache may serve it then. */
    boolean touched(String scope);

    /** This context with another user: same transaction, same answer. */
    Context as(String user);

    /** This context with other flags. */
    Context with(Flags flags);

    /** This context with an answer of its own: for a part of a call. */
    Context with(Answer answer);
}
