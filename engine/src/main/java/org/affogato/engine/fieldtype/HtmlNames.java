package org.affogato.engine.fieldtype;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that sanitised markup may use. */
final class HtmlNames {
    /** Elements that stay; every other tag is shown as text. */
    static final Set<String> ELEMENTS = words("""
            a abbr acronym address animate animateColor animateMotion animateTransform area article aside
            audio b big blockquote body br button canvas caption center circle cite clipPath code col colgroup
            command datagrid datalist dd defs del desc details dfn dialog dir div dl dt ellipse em
            event-source fieldset figcaption figure font font-face font-face-name font-face-src footer form g
            glyph h1 h2 h3 h4 h5 h6 head header hkern hr html i img input ins kbd keygen label legend li line
            linearGradient link m maction map mark marker math menu merror meta metadata meter mfrac mi
            missing-glyph mmultiscripts mn mo mover mpadded mpath mphantom mprescripts mroot mrow mspace msqrt
            mstyle msub msubsup msup mtable mtd mtext mtr multicol munder munderover nav nextid none o:p ol
            optgroup option output p path polygon polyline pre progress q radialGradient rect s samp section
            select set small sound source spacer span stop strike strong style sub sup svg switch table tbody
            td text textarea tfoot th thead time title tr tspan tt u ul use var video
            """);

    /** Attributes of any element, beside all that begin with {@code data-}. */
    static final Set<String> ATTRIBUTES = words("""
            abbr accept accept-charset accesskey action align allowfullscreen alt autocomplete autofocus axis
            background balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight
            bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff cite class
            clear color cols colspan compact content contenteditable controls coords data datafld datapagesize
            datasrc datetime default delay dir disabled draggable dynsrc enctype end face for form frame
            frameborder galleryimg gutter headers height hidden hidefocus high href hreflang hspace icon id
            inputmode ismap itemid itemprop itemref itemscope itemtype keytype label lang leftspacing list
            longdesc loop loopcount loopend loopstart low lowsrc max maxlength media method min multiple name
            nohref noshade nowrap open optimum pattern ping point-size poster pqg preload prompt radiogroup
            readonly rel repeat-max repeat-min replace required rev rightspacing role rows rowspan rules scope
            selected shape size span spellcheck src start step style summary suppress tabindex target template
            title toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap
            xml:lang
            """);

    /** Attributes of {@code svg} alone, in addition. */
    static final Set<String> SVG_ATTRIBUTES = words("""
            accent-height accumulate additive alphabetic arabic-form ascent attributeName attributeType
            baseProfile bbox begin by calcMode cap-height clip-path color-rendering colwidth cx cy d descent
            display dur dx dy fill fill-opacity fill-rule font-family font-size font-stretch font-style
            font-variant font-weight from fx fy g1 g2 glyph-name gradientUnits hanging horiz-adv-x
            horiz-origin-x ideographic k keyPoints keySplines keyTimes marker-end marker-mid marker-start
            markerHeight markerUnits markerWidth mathematical offset opacity orient origin overline-position
            overline-thickness panose-1 path pathLength points preserveAspectRatio r refX refY repeatCount
            repeatDur requiredExtensions requiredFeatures restart rotate rx ry slope stemh stemv stop-color
            stop-opacity strikethrough-position strikethrough-thickness stroke stroke-dasharray
            stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
            systemLanguage text-anchor to transform u1 u2 underline-position underline-thickness unicode
            unicode-range units-per-em values version viewBox visibility widths x x-height x1 x2 xlink:actuate
            xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:base xml:space xmlns
            xmlns:xlink y y1 y2 zoomAndPan
            """);

    /** Properties in a style attribute, beside those with a vendor's prefix. */
    static final Set<String> STYLES = words("""
            align-content align-items align-self all animation animation-delay animation-direction
            animation-duration animation-fill-mode animation-iteration-count animation-name
            animation-play-state animation-timing-function backface-visibility background
            background-attachment background-blend-mode background-clip background-color background-image
            background-origin background-position background-repeat background-size border border-bottom
            border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
            border-bottom-width border-collapse border-color border-image border-image-outset
            border-image-repeat border-image-slice border-image-source border-image-width border-left
            border-left-color border-left-style border-left-width border-radius border-right
            border-right-color border-right-style border-right-width border-spacing border-style border-top
            border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
            border-width bottom box-decoration-break box-shadow box-sizing break-after break-before
            break-inside caption-side clear clip clip-path color column-count column-fill column-gap
            column-rule column-rule-color column-rule-style column-rule-width column-span column-width columns
            content counter-increment counter-reset cursor direction display empty-cells fill fill-opacity
            fill-rule filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float
            font font-family font-feature-settings font-kerning font-language-override font-size
            font-size-adjust font-stretch font-style font-synthesis font-variant font-variant-alternates
            font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
            font-variant-position font-weight grid grid-area grid-auto-columns grid-auto-flow
            grid-auto-position grid-auto-rows grid-column grid-column-end grid-column-start grid-row
            grid-row-end grid-row-start grid-template grid-template-areas grid-template-columns
            grid-template-rows height hyphens image-orientation image-rendering image-resolution ime-mode
            isolation justify-content justify-self left letter-spacing line-break line-height list-style
            list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right
            margin-top marks mask mask-source-type mask-type max-height max-width min-height min-width
            mix-blend-mode object-fit object-position opacity order orphans outline outline-color
            outline-offset outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding
            padding-bottom padding-left padding-right padding-top page-break-after page-break-before
            page-break-inside perspective perspective-origin perspective-origin-x perspective-origin-y
            pointer-events position quotes resize right ruby-align ruby-merge ruby-position scroll-behavior
            shape-image-threshold shape-margin shape-outside stroke stroke-linecap stroke-linejoin
            stroke-opacity stroke-width tab-size table-layout text-align text-align-last text-combine-upright
            text-decoration text-decoration-color text-decoration-line text-decoration-style text-emphasis
            text-emphasis-color text-emphasis-position text-emphasis-style text-indent text-justify
            text-orientation text-overflow text-rendering text-shadow text-transform text-underline-position
            top touch-action transform transform-origin transform-origin-x transform-origin-y
            transform-origin-z transform-style transition transition-delay transition-duration
            transition-property transition-timing-function unicode-bidi unicode-range vertical-align
            visibility white-space widows width will-change word-break word-spacing word-wrap writing-mode
            z-index
            """);

    private static final Map<String, String> CASED = Stream.of(ELEMENTS, SVG_ATTRIBUTES)
            .flatMap(Set::stream)
            .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private HtmlNames() {}

    /** The spelling of a name inside SVG, where case counts. */
    static String cased(String lower) {
        return CASED.getOrDefault(lower, lower);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
