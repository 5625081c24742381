package org.affogato.engine.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Passwords in {@code __Auth}: hashed ones of users and encrypted ones of Password fields. Frappe: {@code utils/password.py}.
 */
public interface Secrets {
    /** Stores a login password as a passlib string. */
    void setPassword(String user, String password);

    /**
     * Looks at a new login password before it is taken.
     *
     * @param personal names and the like that are easy to guess for this user
     * @throws org.affogato.engine.error.ValidationError where it is too long, or too easy for the site's policy
     */
    void checkStrength(String password, List<String> personal);

    /** Whether this is the user's login password; costs as much for an unknown user. */
    boolean verifyPassword(String user, String password);

    /** Makes a key by which the user may set a new password once; only its digest is kept. */
    String newResetKey(String user);

    /** Encrypts and stores the value of a Password field. */
    void store(String doctype, String name, String fieldname, String secret);

    /** The decrypted value of a Password field. */
    Optional<String> read(String doctype, String name, String fieldname);

    /** The decrypted value of a Password field; made and stored where there is none, one for all who ask at once. */
    String obtain(String doctype, String name, String fieldname, Supplier<String> fresh);

    /** The text encrypted with the site's key, safe in an address. */
    String seal(String text);

    /** What was sealed; empty for anything that this site did not seal. */
    Optional<String> open(String sealed);

    void remove(String doctype, String name, String fieldname);

    /** Removes all of a document. */
    void removeAll(String doctype, String name);

    void rename(String doctype, String oldName, String newName);
}
