package org.affogato.engine.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class FernetTest {
    private static final String KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

    private final Fernet fernet = new Fernet(KEY, Clock.systemUTC());

    @Test
    void readsTheSpecificationsToken() {
        String token =
                "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
        assertThat(fernet.decrypt(token)).contains("hello");
    }

    @Test
    void readsWhatItWrote() {
        for (String text : List.of("", "swordfish", "0123456789abcdef", "Grüße 🌍")) {
            assertThat(fernet.decrypt(fernet.encrypt(text))).contains(text);
        }
        assertThat(fernet.encrypt("a")).isNotEqualTo(fernet.encrypt("a"));
    }

    @Test
    void refusesForeignAndDamagedTokens() {
        String token = fernet.encrypt("swordfish");
        char last = token.charAt(40) == 'A' ? 'B' : 'A';
        assertThat(fernet.decrypt(token.substring(0, 40) + last + token.substring(41)))
                .isEmpty();
        assertThat(new Fernet(Fernet.newKey(), Clock.systemUTC()).decrypt(token))
                .isEmpty();
        assertThat(fernet.decrypt("not a token")).isEmpty();
        assertThat(fernet.decrypt("")).isEmpty();
    }

    @Test
    void refusesKeysOfAnotherLength() {
        assertThatThrownBy(() -> new Fernet("short", Clock.systemUTC())).isInstanceOf(IllegalArgumentException.class);
    }
}
