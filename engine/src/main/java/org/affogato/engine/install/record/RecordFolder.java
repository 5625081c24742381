package org.affogato.engine.install.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.affogato.engine.install.record.RecordFile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records in an app's folder. Frappe: {@code sync_all}, {@code sync_fixtures}, {@code sync_dashboards},
 * {@code sync_customizations}.
 */
public final class RecordFolder {
    /** DocTypes whose records lie in folders of modules, in the order in which Frappe imports them. */
    private static final List<String> STANDARD = List.of(
            "page",
            "report",
            "dashboard_chart_source",
            "print_format",
            "web_page",
            "website_theme",
            "web_form",
            "web_template",
            "notification",
            "print_style",
            "workspace",
            "onboarding_step",
            "module_onboarding",
            "form_tour",
            "client_script",
            "server_script",
            "custom_field",
            "property_setter",
            "dashboard_chart",
            "number_card",
            "dashboard");

    /** Parts of a file of customisations and the DocTypes that they are of. */
    private static final SequencedMap<String, String> CUSTOMISATIONS = new LinkedHashMap<>();

    static {
        CUSTOMISATIONS.put("custom_fields", "Custom Field");
        CUSTOMISATIONS.put("property_setters", "Property Setter");
        CUSTOMISATIONS.put("custom_perms", "Custom DocPerm");
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final Path folder;
    private final String name;

    private RecordFolder(Path folder) {
        this.folder = folder;
        this.name = folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** Its files in the order in which they are to be imported. */
    public static List<RecordFile> read(Path folder) {
        RecordFolder records = new RecordFolder(folder);
        List<RecordFile> found = new ArrayList<>();
        JsonFiles.below(folder, file -> !parent(file, 1).isEmpty()).forEach(file -> records.add(file, found));
        found.sort(Comparator.comparing(RecordFile::kind).thenComparing(RecordFolder::rank));
        return found;
    }

    private static int rank(RecordFile file) {
        return file.kind() == Kind.STANDARD ? STANDARD.indexOf(doctype(file)) : 0;
    }

    private static String doctype(RecordFile file) {
        return scrub(String.valueOf(file.documents().getFirst().get("doctype")));
    }

    private void add(Path file, List<RecordFile> found) {
        if (parent(file, 1).equals("fixtures")) {
            found.add(file(file, Kind.FIXTURE, documents(file)));
        } else if (parent(file, 1).equals("custom")) {
            addCustomisation(file, found);
        } else if (isStandard(file)) {
            addStandard(file, found);
        }
    }

    /** {@code <doctype>/<name>/<name>.json}, and {@code <module>_dashboard/<name>/<name>.json}. */
    private static boolean isStandard(Path file) {
        boolean own = file.getFileName().toString().equals(parent(file, 1) + ".json");
        return own && (STANDARD.contains(parent(file, 2)) || parent(file, 2).endsWith("_dashboard"));
    }

    private void addStandard(Path file, List<RecordFile> found) {
        List<Map<String, @Nullable Object>> documents = documents(file);
        if (!documents.isEmpty()
                && STANDARD.contains(scrub(String.valueOf(documents.getFirst().get("doctype"))))) {
            found.add(file(file, Kind.STANDARD, documents));
        }
    }

    private void addCustomisation(Path file, List<RecordFile> found) {
        JsonNode content = tree(file);
        if (content.path("sync_on_migrate").asInt() == 0) {
            return;
        }
        List<Map<String, @Nullable Object>> documents = new ArrayList<>();
        CUSTOMISATIONS.forEach((part, doctype) -> content.path(part).forEach(row -> {
            Map<String, @Nullable Object> document = JSON.convertValue(row, OBJECT);
            document.put("doctype", doctype);
            documents.add(document);
        }));
        found.add(file(file, Kind.CUSTOMISATION, documents));
    }

    private RecordFile file(Path file, Kind kind, List<Map<String, @Nullable Object>> documents) {
        String path = name + '/' + folder.relativize(file).toString().replace('\\', '/');
        return new RecordFile(path, JsonFiles.md5(bytes(file)), kind, documents);
    }

    private static List<Map<String, @Nullable Object>> documents(Path file) {
        JsonNode content = tree(file);
        List<Map<String, @Nullable Object>> documents = new ArrayList<>();
        if (content.isArray()) {
            content.forEach(document -> documents.add(JSON.convertValue(document, OBJECT)));
        } else {
            documents.add(JSON.convertValue(content, OBJECT));
        }
        return documents;
    }

    private static JsonNode tree(Path file) {
        try {
            return JSON.readTree(bytes(file));
        } catch (IOException malformed) {
            throw new UncheckedIOException(file + " is no JSON", malformed);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static String parent(Path file, int levels) {
        Path above = file;
        for (int level = 0; level < levels && above != null; level++) {
            above = above.getParent();
        }
        return above == null || above.getFileName() == null
                ? ""
                : above.getFileName().toString();
    }

    private static String scrub(String text) {
        return text.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
