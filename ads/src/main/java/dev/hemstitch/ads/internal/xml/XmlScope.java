package dev.hemstitch.ads.internal.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * The namespace declarations in force somewhere, outermost first. What stands there can be cut out of its document without
 * losing what its prefixes mean. Immutable; elements that declare nothing share that of their parent.
 *
 * <p>So that no document grows a lot by being cut up, only so many declarations are known, of names that are not too long.
 */
final class XmlScope {
    static final XmlScope NONE = new XmlScope(List.of());

    /** More are not known: real documents have a handful. */
    static final int MOST_DECLARATIONS = 32;

    /** Names that are longer, in characters, are not known. */
    static final int LONGEST_NAME = 256;

    private static final String DEFAULT = "xmlns";
    private static final String PREFIXED = "xmlns:";

    private final List<XmlAttribute> declarations;

    private XmlScope(List<XmlAttribute> declarations) {
        this.declarations = declarations;
    }

    /** Whether an attribute is a namespace declaration. */
    static boolean isDeclaration(String attribute) {
        return attribute.startsWith(DEFAULT)
                && (attribute.length() == DEFAULT.length() || attribute.charAt(DEFAULT.length()) == ':');
    }

    /** What is in force within an element that has some attributes. */
    XmlScope within(List<XmlAttribute> attributes) {
        List<XmlAttribute> changed = null;
        for (XmlAttribute attribute : attributes) {
            if (isDeclaration(attribute.name())) {
                changed = changed == null ? new ArrayList<>(declarations) : changed;
                changed.removeIf(outer -> outer.name().equals(attribute.name()));
                // An empty name takes the declaration back.
                if (!attribute.value().isEmpty()
                        && attribute.value().length() <= LONGEST_NAME
                        && changed.size() < MOST_DECLARATIONS) {
                    changed.add(attribute);
                }
            }
        }
        return changed == null ? this : new XmlScope(List.copyOf(changed));
    }

    /**
     * Those that an element which is cut out needs: the default one, and those of prefixes that occur in it, be it within a
     * value; none that it makes itself.
     *
     * @param xml the element, rendered
     * @param from where it starts there
     */
    List<XmlAttribute> neededBy(XmlElement element, StringBuilder xml, int from) {
        List<XmlAttribute> needed = new ArrayList<>();
        for (XmlAttribute declaration : declarations) {
            boolean own = element.attributes().stream()
                    .anyMatch(attribute -> attribute.name().equals(declaration.name()));
            if (!own && occurs(declaration.name(), xml, from)) {
                needed.add(declaration);
            }
        }
        return needed;
    }

    private static boolean occurs(String declaration, StringBuilder xml, int from) {
        return declaration.equals(DEFAULT) || xml.indexOf(declaration.substring(PREFIXED.length()) + ":", from) >= 0;
    }
}
