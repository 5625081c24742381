package org.affogato.engine.permission;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Database;
import org.affogato.engine.spi.Secrets;

/** Secrets in {@code __Auth}: hashes of login passwords, and the encrypted values of Password fields. */
public final class PasswordStore implements Secrets {
    private static final String USER = "User";
    private static final String PASSWORD = "password";

    private final Database database;
    private final PasswordHash hash;
    private final Fernet fernet;
    private final BiConsumer<String, List<String>> strength;
    private final UnaryOperator<String> resetKeys;

    /**
     * @param strength refuses a password that is too easy to guess, given what is personal of its user
     * @param resetKeys makes a new reset key of a user
     */
    public PasswordStore(
            Database database,
            PasswordHash hash,
            Fernet fernet,
            BiConsumer<String, List<String>> strength,
            UnaryOperator<String> resetKeys) {
        this.database = database;
        this.strength = strength;
        this.resetKeys = resetKeys;
        this.hash = hash;
        this.fernet = fernet;
    }

    @Override
    public void setPassword(String user, String password) {
        write(USER, user, PASSWORD, hash.make(password), 0);
    }

    @Override
    public void checkStrength(String password, List<String> personal) {
        strength.accept(password, personal);
    }

    @Override
    public boolean verifyPassword(String user, String password) {
        return hash.verify(stored(USER, user, PASSWORD, 0).orElse(""), password);
    }

    @Override
    public String newResetKey(String user) {
        return resetKeys.apply(user);
    }

    @Override
    public void store(String doctype, String name, String fieldname, String secret) {
        write(doctype, name, fieldname, fernet.encrypt(secret), 1);
    }

    @Override
    public Optional<String> read(String doctype, String name, String fieldname) {
        return stored(doctype, name, fieldname, 1).map(this::decrypt);
    }

    private String decrypt(String token) {
        return fernet.decrypt(token)
                .orElseThrow(
                        () -> new ValidationError("A stored secret cannot be read: the site's encryption_key is not"
                                + " the one it was written with"));
    }

    @Override
    public String obtain(String doctype, String name, String fieldname, Supplier<String> fresh) {
        Optional<String> known = read(doctype, name, fieldname);
        if (known.isPresent()) {
            return known.get();
        }
        database.execute(
                "INSERT IGNORE INTO `__Auth` (`doctype`, `name`, `fieldname`, `password`, `encrypted`)"
                        + " VALUES (?, ?, ?, ?, 1)",
                doctype,
                name,
                fieldname,
                fernet.encrypt(fresh.get()));
        return read(doctype, name, fieldname).orElseThrow();
    }

    @Override
    public String seal(String text) {
        return fernet.encrypt(text);
    }

    @Override
    public Optional<String> open(String sealed) {
        return fernet.decrypt(sealed);
    }

    private void write(String doctype, String name, String fieldname, String value, int encrypted) {
        database.execute(
                "INSERT INTO `__Auth` (`doctype`, `name`, `fieldname`, `password`, `encrypted`) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE `password` = VALUES(`password`), `encrypted` = VALUES(`encrypted`)",
                doctype,
                name,
                fieldname,
                value,
                encrypted);
    }

    private Optional<String> stored(String doctype, String name, String fieldname, int encrypted) {
        return database
                .query(
                        "SELECT `password` FROM `__Auth` WHERE `doctype` = ? AND `name` = ? AND `fieldname` = ?"
                                + " AND `encrypted` = ?",
                        List.of(doctype, name, fieldname, encrypted),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    @Override
    public void remove(String doctype, String name, String fieldname) {
        database.execute(
                "DELETE FROM `__Auth` WHERE `doctype` = ? AND `name` = ? AND `fieldname` = ?",
                doctype,
                name,
                fieldname);
    }

    @Override
    public void removeAll(String doctype, String name) {
        database.execute("DELETE FROM `__Auth` WHERE `doctype` = ? AND `name` = ?", doctype, name);
    }

    @Override
    public void rename(String doctype, String oldName, String newName) {
        database.execute(
                "UPDATE `__Auth` SET `name` = ? WHERE `doctype` = ? AND `name` = ?", newName, doctype, oldName);
    }
}
