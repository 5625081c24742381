package org.affogato.engine.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.affogato.engine.db.Transaction;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PasswordStoreTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final PasswordHash HASH = new PasswordHash(1);
    private static final BiConsumer<String, List<String>> ANY = (password, personal) -> {};
    private static final Fernet FERNET = new Fernet(Fernet.newKey(), Clock.systemUTC());

    @BeforeEach
    void emptyTable() {
        try (Transaction transaction = open()) {
            transaction.execute(
                    "CREATE OR REPLACE TABLE `__Auth` (`doctype` varchar(140) NOT NULL, `name` varchar(255) NOT NULL,"
                            + " `fieldname` varchar(140) NOT NULL, `password` text NOT NULL, `encrypted` int(1) NOT NULL DEFAULT 0,"
                            + " PRIMARY KEY (`doctype`, `name`, `fieldname`))"
                            + " DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci");
        }
    }

    private static Transaction open() {
        return new Transaction(DATABASE.dataSource(), doctype -> {
            throw new IllegalStateException(doctype);
        });
    }

    @Test
    void keepsLoginPasswordsAsHashes() {
        try (Transaction transaction = open()) {
            PasswordStore store = new PasswordStore(transaction, HASH, FERNET, ANY, user -> user);
            store.setPassword("alice@example.com", "first");
            store.setPassword("alice@example.com", "second");
            assertThat(store.verifyPassword("alice@example.com", "second")).isTrue();
            assertThat(store.verifyPassword("alice@example.com", "first")).isFalse();
            assertThat(store.verifyPassword("nobody@example.com", "second")).isFalse();
            assertThat(store.read("User", "alice@example.com", "password")).isEmpty();
            assertThat(passwords(transaction)).singleElement().asString().doesNotContain("second");
        }
    }

    @Test
    void keepsFieldsEncryptedAndFollowsTheirDocument() {
        try (Transaction transaction = open()) {
            PasswordStore store = new PasswordStore(transaction, HASH, FERNET, ANY, user -> user);
            store.store("Vault", "V-1", "secret", "swordfish");
            store.store("Vault", "V-1", "secret", "pike");
            store.store("Vault", "V-1", "other", "carp");
            assertThat(store.read("Vault", "V-1", "secret")).contains("pike");
            assertThat(passwords(transaction)).noneMatch(text -> text.contains("pike"));
            store.rename("Vault", "V-1", "V-2");
            assertThat(store.read("Vault", "V-1", "secret")).isEmpty();
            assertThat(store.read("Vault", "V-2", "secret")).contains("pike");
            store.remove("Vault", "V-2", "secret");
            assertThat(store.read("Vault", "V-2", "other")).contains("carp");
            store.removeAll("Vault", "V-2");
            assertThat(store.read("Vault", "V-2", "other")).isEmpty();
        }
    }

    @Test
    void saysThatTheKeyIsAnotherWithoutShowingTheSecret() {
        try (Transaction transaction = open()) {
            new PasswordStore(transaction, HASH, FERNET, ANY, user -> user)
                    .store("Vault", "V-1", "secret", "swordfish");
            PasswordStore other = new PasswordStore(
                    transaction, HASH, new Fernet(Fernet.newKey(), Clock.systemUTC()), ANY, user -> user);
            assertThatThrownBy(() -> other.read("Vault", "V-1", "secret"))
                    .isInstanceOf(ValidationError.class)
                    .hasMessageContaining("encryption_key")
                    .hasMessageNotContaining("gAAAA");
        }
    }

    private static List<String> passwords(Transaction transaction) {
        return transaction.query("SELECT `password` FROM `__Auth`", List.of(), row -> row.getString(1));
    }
}
