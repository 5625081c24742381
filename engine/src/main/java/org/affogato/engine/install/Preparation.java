package org.affogato.engine.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.db.SchemaPlanner;
import org.affogato.engine.db.TablePlan;
import org.affogato.engine.meta.FieldTypeLookup;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.MetaCompiler;
import org.jspecify.annotations.Nullable;

/** Works out what a migrate has to do to definitions and tables, without doing any of it. */
final class Preparation {
    private final MetaCompiler compiler = new MetaCompiler();
    private final Definitions definitions;
    private final SiteDefinitions site;
    private final FieldTypeLookup types;
    private final List<DefinitionMerge> changed = new ArrayList<>();
    private final Map<String, Meta> metas = new LinkedHashMap<>();

    Preparation(Definitions definitions, SiteDefinitions site, FieldTypeLookup types) {
        this.definitions = definitions;
        this.site = site;
        this.types = types;
        findChanged();
        compile();
    }

    /** Definitions whose files are new or changed since their last import. */
    List<DefinitionMerge> changed() {
        return changed;
    }

    /** Every DocType of the site as it will be, as far as its table depends on it. */
    Map<String, Meta> metas() {
        return metas;
    }

    /** What the tables need; nothing for those that are in line. */
    List<TablePlan> tablePlans(SchemaPlanner schema) {
        return metas.values().stream()
                .map(schema::plan)
                .filter(plan -> !plan.isEmpty() || !plan.notes().isEmpty())
                .toList();
    }

    private void findChanged() {
        List<Definition> files =
                definitions.all().stream().filter(this::isChanged).toList();
        List<String> names = files.stream().map(Definition::name).toList();
        Map<String, Map<String, @Nullable Object>> there = site.full(names);
        Map<String, String> shipped = site.lastShipped(names);
        for (Definition file : files) {
            Map<String, @Nullable Object> own = there.get(file.name());
            String base = shipped.get(file.name());
            changed.add(
                    own == null
                            ? DefinitionMerge.fresh(file)
                            : DefinitionMerge.of(file, own, base == null ? null : DefinitionReader.parse(base)));
        }
    }

    private boolean isChanged(Definition file) {
        Map<String, @Nullable Object> header = site.header(file.name());
        return header == null || !file.hash().equals(header.get("migration_hash"));
    }

    private void compile() {
        Map<String, Map<String, @Nullable Object>> all = new LinkedHashMap<>();
        changed.forEach(merge -> all.put(merge.file().name(), merge.content()));
        List<String> others =
                site.names().stream().filter(name -> !all.containsKey(name)).toList();
        all.putAll(site.schemaOnly(others));
        all.entrySet().parallelStream()
                .map(entry -> compile(entry.getKey(), entry.getValue()))
                .toList()
                .forEach(meta -> metas.put(meta.name(), meta));
    }

    private Meta compile(String name, Map<String, @Nullable Object> definition) {
        return compiler.compile(definition, site.customisation(name), types);
    }
}
