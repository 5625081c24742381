package org.affogato.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded scenarios that must pass, one test each. Steps in docs/deviations.tsv are played but not compared. */
@QuarkusTest
class ScenarioTest {
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final Path DEVIATIONS = Path.of("../docs/deviations.tsv");

    @TestHTTPResource("/")
    URI base;

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() throws IOException {
        Map<String, Set<Integer>> deviations = deviations();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return files().map(Scenario::read)
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    Set<Integer> deviating = deviations.getOrDefault(scenario.name(), Set.of());
                    List<String> problems = new ScenarioRun(client, base, scenario, deviating).play();
                    assertThat(problems).isEmpty();
                }));
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(SCENARIOS)) {
            return found.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static Map<String, Set<Integer>> deviations() throws IOException {
        Map<String, Set<Integer>> deviations = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DEVIATIONS)) {
            String[] cells = line.split("\t");
            if (cells.length >= 3 && cells[1].matches("\\d+")) {
                deviations
                        .computeIfAbsent(cells[0], scenario -> new LinkedHashSet<>())
                        .add(Integer.valueOf(cells[1]));
            }
        }
        return deviations;
    }
}
