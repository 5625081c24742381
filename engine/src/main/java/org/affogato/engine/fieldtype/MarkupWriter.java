package org.affogato.engine.fieldtype;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Writes parsed markup with what is allowed of it: names, attributes and styles; entities stay as they were typed. */
final class MarkupWriter implements NodeVisitor {
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d+|#[xX][0-9a-fA-F]+|([a-zA-Z][a-zA-Z0-9]*));");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");
    private static final Set<String> VOID = Set.of(
            "area",
            "base",
            "br",
            "col",
            "command",
            "embed",
            "event-source",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track");
    private static final Set<String> FORM =
            Set.of("disabled", "readonly", "autofocus", "selected", "checked", "required");
    private static final Map<String, Set<String>> FLAGS = Map.ofEntries(
            Map.entry("audio", Set.of("autoplay", "controls")),
            Map.entry("video", Set.of("autoplay", "controls")),
            Map.entry("details", Set.of("open")),
            Map.entry("img", Set.of("ismap")),
            Map.entry("hr", Set.of("noshade")),
            Map.entry("input", FORM),
            Map.entry("option", FORM),
            Map.entry("optgroup", Set.of("disabled", "readonly")),
            Map.entry("fieldset", Set.of("disabled", "readonly")),
            Map.entry("output", Set.of("disabled", "readonly")),
            Map.entry("button", Set.of("disabled", "autofocus")),
            Map.entry("select", Set.of("disabled", "readonly", "autofocus", "multiple")));

    private final StringBuilder out = new StringBuilder();

    String write(Element root) {
        root.childNodes().forEach(child -> child.traverse(this));
        return out.toString();
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode text -> text(text.getWholeText());
            case DataNode data -> text(data.getWholeData());
            case Comment comment -> comment(comment.getData());
            case XmlDeclaration declaration -> comment(declaration.getWholeDeclaration());
            case Element element -> open(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !VOID.contains(element.normalName())) {
            String name = HtmlNames.cased(element.normalName());
            boolean allowed = HtmlNames.ELEMENTS.contains(name);
            out.append(allowed ? "</" : "&lt;/").append(name).append(allowed ? ">" : "&gt;");
        }
    }

    private void comment(String data) {
        out.append("<!--")
                .append(restored(data)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#x27;"))
                .append("-->");
    }

    private static String restored(String text) {
        return text.replace(TagScanner.AMPERSAND, '&')
                .replace(TagScanner.LESS, '<')
                .replace(TagScanner.GREATER, '>');
    }

    private void text(String text) {
        String raw = text.replace(TagScanner.AMPERSAND, '&');
        out.append(ampersands(CONTROL.matcher(raw).replaceAll("?"))
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace(String.valueOf(TagScanner.LESS), "&lt;")
                .replace(String.valueOf(TagScanner.GREATER), "&gt;"));
    }

    /** Escapes the ampersands that begin no entity. */
    private static String ampersands(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        Matcher entity = ENTITY.matcher(text);
        int done = 0;
        while (entity.find()) {
            boolean known = entity.group(1) == null || Entities.isNamedEntity(entity.group(1));
            escaped.append(text.substring(done, entity.start()).replace("&", "&amp;"));
            escaped.append(known ? entity.group() : "&amp;" + entity.group().substring(1));
            done = entity.end();
        }
        return escaped.append(text.substring(done).replace("&", "&amp;")).toString();
    }

    private void open(Element element) {
        String name = HtmlNames.cased(element.normalName());
        boolean allowed = HtmlNames.ELEMENTS.contains(name);
        out.append(allowed ? "<" : "&lt;").append(name);
        if (allowed) {
            boolean drawn = element.tag().namespace().equals(Parser.NamespaceSvg);
            element.attributes().forEach(attribute -> attribute(name, nameOf(attribute, drawn), attribute.getValue()));
        }
        out.append(allowed ? ">" : "&gt;");
    }

    private static String nameOf(Attribute attribute, boolean drawn) {
        String name = attribute.getKey();
        if (!drawn) {
            return name;
        }
        return name.equals("xlink:href") ? "href" : HtmlNames.cased(name);
    }

    private void attribute(String element, String name, String given) {
        String value = AttributeRules.clean(element, name, restored(given));
        if (value == null) {
            return;
        }
        out.append(' ').append(name);
        if (!FLAGS.getOrDefault(element, Set.of()).contains(name) && !name.equals("itemscope")) {
            char quote = value.indexOf('"') >= 0 && value.indexOf('\'') < 0 ? '\'' : '"';
            String escaped = ampersands(value).replace("<", "&lt;");
            out.append('=')
                    .append(quote)
                    .append(quote == '"' ? escaped.replace("\"", "&quot;") : escaped)
                    .append(quote);
        }
    }
}
