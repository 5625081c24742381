package org.affogato.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.spi.DocEvent;
import org.junit.jupiter.api.Test;

class SettingsDocsTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void everySettingIsDocumented() throws IOException {
        String text = Files.readString(DOCS.resolve("settings.md"));
        List<String> names = new ArrayList<>();
        gather(AffogatoSettings.class, "affogato", names);
        assertThat(names).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    private static void gather(Class<?> type, String prefix, List<String> names) {
        for (Method method : type.getMethods()) {
            String name =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (method.getReturnType().isInterface() && method.getReturnType().getEnclosingClass() == type) {
                gather(method.getReturnType(), name, names);
            } else {
                names.add(name);
            }
        }
    }

    @Test
    void everyHookIsDocumented() throws IOException {
        String text = Files.readString(DOCS.resolve("hooks.md"));
        assertThat(DocEvent.values()).allSatisfy(event -> assertThat(text).contains(event.wireName()));
    }

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("adr"))) {
            List<String> numbers = files.map(
                            file -> file.getFileName().toString().substring(0, 4))
                    .sorted()
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates();
            assertThat(Integer.parseInt(numbers.getLast())).isEqualTo(numbers.size());
        }
    }
}
