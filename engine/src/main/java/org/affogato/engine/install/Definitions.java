package org.affogato.engine.install;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.affogato.engine.install.record.JsonFiles;
import org.affogato.engine.install.record.RecordFile;
import org.affogato.engine.install.record.RecordFolder;
import org.affogato.engine.meta.FieldTypeLookup;
import org.affogato.engine.registry.DefinitionRows;
import org.affogato.engine.spi.App;
import org.jspecify.annotations.Nullable;

/**
 * All definitions of a site's apps. What ships with the product stays as it is and takes on the fields that a folder has
 * beside; of two folders the later one wins.
 */
public final class Definitions {
    private final FieldTypeLookup types;
    private final Map<String, Definition> byName = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<RecordFile> records = new ArrayList<>();
    private final Set<String> shipped;

    private Definitions(List<App> apps, FieldTypeLookup types) {
        this.types = types;
        apps.forEach(app -> ClassPathDefinitions.of(app).forEach(this::replace));
        this.shipped = Set.copyOf(byName.keySet());
    }

    /** Reads them from the apps on the class path and from folders, in this order. */
    public static Definitions read(List<App> apps, List<Path> folders, FieldTypeLookup types) {
        Definitions definitions = new Definitions(apps, types);
        for (Path folder : folders) {
            FolderDefinitions.of(folder, definitions.warnings::add).forEach(definitions::addFromFolder);
            definitions.records.addAll(RecordFolder.read(folder));
        }
        return definitions;
    }

    public List<String> warnings() {
        return warnings;
    }

    /** Files of records that the folders have beside their definitions, folder by folder. */
    List<RecordFile> records() {
        return records;
    }

    List<Definition> all() {
        return List.copyOf(byName.values());
    }

    @Nullable
    Definition get(String name) {
        return byName.get(name);
    }

    private void addFromFolder(DefinitionFile file) {
        Definition there = byName.get(file.name());
        if (there != null && shipped.contains(file.name())) {
            byName.put(file.name(), merge(there, file));
            return;
        }
        replace(file);
    }

    private void replace(DefinitionFile file) {
        Definition there = byName.put(file.name(), new Definition(file.name(), file.app(), file.hash(), file::content));
        if (there != null) {
            warnings.add("DocType %s of %s replaces that of %s (%s)"
                    .formatted(file.name(), file.app(), there.app(), file.place()));
        }
    }

    /** The shipped definition with those fields of the folder's that hold a value and have another name. */
    private Definition merge(Definition there, DefinitionFile file) {
        String hash = JsonFiles.md5((there.hash() + file.hash()).getBytes(StandardCharsets.US_ASCII));
        return new Definition(there.name(), there.app(), hash, () -> mergeFields(there, file));
    }

    private Map<String, @Nullable Object> mergeFields(Definition there, DefinitionFile file) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(there.content());
        List<Map<String, @Nullable Object>> fields = DefinitionRows.of(content.get("fields"));
        Set<String> known =
                fields.stream().map(row -> String.valueOf(row.get("fieldname"))).collect(Collectors.toSet());
        for (Map<String, @Nullable Object> row :
                DefinitionRows.of(file.content().get("fields"))) {
            boolean hasValue = types.get(String.valueOf(row.get("fieldtype"))).hasValue();
            if (hasValue && known.add(String.valueOf(row.get("fieldname")))) {
                fields.add(row);
            }
        }
        content.put("fields", fields);
        return content;
    }
}
