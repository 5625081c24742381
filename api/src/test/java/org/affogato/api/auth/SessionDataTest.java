package org.affogato.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionDataTest {
    @Test
    void readsWhatPythonWrites() {
        Map<String, String> read = SessionData.read(
                "{'user': 'alice@example.com', 'full_name': \"Alice O'Neil\","
                        + " 'session_expiry': '170:00:00', 'lang': None, 'count': 3, 'csrf_token': 'abc\\'d', 'name': 'J\\xfcrgen'}");
        assertThat(read)
                .containsEntry("user", "alice@example.com")
                .containsEntry("full_name", "Alice O'Neil")
                .containsEntry("session_expiry", "170:00:00")
                .containsEntry("lang", "")
                .containsEntry("count", "3")
                .containsEntry("csrf_token", "abc'd")
                .containsEntry("name", "Jürgen");
    }

    @Test
    void readsWhatItWrote() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("user", "alice@example.com");
        data.put("full_name", "Alice \"Al\" O'Neil\\ 🌍");
        assertThat(SessionData.read(SessionData.write(data))).isEqualTo(data);
    }

    @Test
    void takesNothingFromBrokenText() {
        for (String text : new String[] {"", "{", "{}", "None", "[1]", "{'a", "{'a': {'b': 1}}", "{'a'"}) {
            assertThat(SessionData.read(text)).as(text).isEmpty();
        }
    }
}
