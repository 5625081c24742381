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
import org.affogato.api.file.FileSettings;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.DocEvent;
import org.affogato.engine.spi.DocumentController;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void everySettingIsDocumented() throws IOException {
        String text = Files.readString(DOCS.resolve("settings.md"));
        List<String> names = new ArrayList<>();
        gather(AffogatoSettings.class, "affogato", names);
        gather(FileSettings.class, "affogato.files", names);
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
        assertThat(App.class.getDeclaredMethods())
                .allSatisfy(method -> assertThat(text).contains("`" + method.getName() + "`"));
        assertThat(DocumentController.class.getDeclaredMethods())
                .allSatisfy(method -> assertThat(text)
                        .containsAnyOf("`" + method.getName() + "`", "`" + snakeCase(method.getName()) + "`"));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyPackageIsOnTheCodeMap() throws IOException {
        String text = Files.readString(DOCS.resolve("architecture.md"));
        assertThat(packages("../engine/src/main/java/org/affogato/engine"))
                .allSatisfy(name -> assertThat(text).contains("| `" + name + "` |"));
        assertThat(packages("src/main/java/org/affogato/api"))
                .allSatisfy(name -> assertThat(text).contains("| `" + name + "` |"));
    }

    private static List<String> packages(String folder) throws IOException {
        try (Stream<Path> inside = Files.list(Path.of(folder))) {
            return inside.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
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
