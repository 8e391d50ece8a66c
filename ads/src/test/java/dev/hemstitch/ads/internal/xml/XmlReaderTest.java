package dev.hemstitch.ads.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 10, 1_000, 20);

    private static XmlDocument read(String text) throws XmlException {
        return XmlReader.read(text.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    private static XmlException refused(String text) {
        XmlException e = catchThrowableOfType(XmlException.class, () -> read(text));
        assertThat(e).as(text).isNotNull();
        return e;
    }

    static Stream<Arguments> encodings() {
        String declared = "<?xml version='1.0' encoding='%s'?><a b='é€'>é€</a>";
        return Stream.of(
                Arguments.of("UTF-8", "<a b='é€'>é€</a>", StandardCharsets.UTF_8),
                Arguments.of("UTF-8 with mark", "\uFEFF<a b='é€'>é€</a>", StandardCharsets.UTF_8),
                Arguments.of("UTF-16BE with mark", "\uFEFF<a b='é€'>é€</a>", StandardCharsets.UTF_16BE),
                Arguments.of("UTF-16LE with mark", "\uFEFF<a b='é€'>é€</a>", StandardCharsets.UTF_16LE),
                Arguments.of("UTF-16BE without", "<a b='é€'>é€</a>", StandardCharsets.UTF_16BE),
                Arguments.of("UTF-16LE without", "<a b='é€'>é€</a>", StandardCharsets.UTF_16LE),
                Arguments.of("declared", declared.formatted("windows-1252"), Charset.forName("windows-1252")),
                Arguments.of("declared in capitals", declared.formatted("ISO-8859-15"), Charset.forName("ISO-8859-15")),
                Arguments.of("declared UTF-16 in UTF-8", declared.formatted("utf-16"), StandardCharsets.UTF_8),
                Arguments.of("mark before declared", "\uFEFF" + declared.formatted("latin1"), StandardCharsets.UTF_8),
                Arguments.of("behind blank lines", "\n \r\n" + declared.formatted("UTF-8"), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void characters_are_read_in_the_encoding_that_is_said(String name, String text, Charset charset) throws Exception {
        XmlDocument document = XmlReader.read(text.getBytes(charset), LIMITS);
        assertThat(document.root().text()).isEqualTo("é€");
        assertThat(document.root().attribute("b")).contains("é€");
        assertThat(document.doubts()).isEmpty();
    }

    @Test
    void latin_1_is_read_as_such() throws Exception {
        byte[] bytes = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(XmlReader.read(bytes, LIMITS).root().text()).isEqualTo("é");
    }

    @Test
    void an_unknown_encoding_is_refused_where_it_stands() {
        XmlException e = refused("\n<?xml version='1.0' encoding='ebcdic'?><a/>");
        assertThat(e).hasMessage("the encoding ebcdic is not supported");
        assertThat(e.line()).isEqualTo(2);
        assertThat(e.column()).isEqualTo(31);
    }

    @Test
    void bytes_that_are_not_of_the_encoding_are_replaced_and_told() throws Exception {
        byte[] bytes = {'<', 'a', '>', 'x', (byte) 0xC3, 'y', (byte) 0xFF, '<', '/', 'a', '>'};
        XmlDocument document = XmlReader.read(bytes, LIMITS);
        assertThat(document.root().text()).isEqualTo("x\uFFFDy\uFFFD");
        assertThat(document.doubts()).containsExactly("bytes that are not of the encoding were replaced");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a>http://x/?a=1&b=2</a> | http://x/?a=1&b=2 | 1",
                "<a>&amp;&lt;&gt;&quot;&apos;</a> | &<>\"' | 0",
                "<a>&#65;&#x42;</a> | AB | 0",
                "<a>&nbsp;&copy;</a> | &nbsp;&copy; | 2",
                "<a>a & b &</a> | a & b & | 2",
                "<a>&#;&#x;&#xZ;&;</a> | &#;&#x;&#xZ;&; | 4",
                "<a><![CDATA[&x&amp;<b>]]></a> | &x&amp;<b> | 0",
                "<a>x<!-- & --><?p & ?>y</a> | xy | 0",
                "<a><![CDATA[ a ]]><![CDATA[ b ]]></a> | a  b | 0"
            })
    void references_of_xml_are_resolved_and_all_others_stand_for_themselves(String xml, String text, int repaired)
            throws Exception {
        XmlDocument document = read(xml);
        assertThat(document.root().text()).isEqualTo(text);
        assertThat(document.repairedAmpersands()).isEqualTo(repaired);
    }

    @Test
    void a_bare_ampersand_in_an_attribute_stands_for_itself() throws Exception {
        assertThat(read("<a b='1&c=2&amp;d'/>").root().attribute("B")).contains("1&c=2&d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<?xml version='1.0'?>\n<!doctype a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
                "<a><!DOCTYPE a></a>",
                "<a><!ENTITY x 'y'></a>",
                "<!-- --><!DOCTYPE a><a/>"
            })
    void a_document_type_is_refused(String xml) {
        assertThat(refused(xml)).hasMessage("a document type is not accepted");
    }

    @Test
    void a_document_type_in_text_is_text() throws Exception {
        assertThat(read("<a><![CDATA[<!DOCTYPE html>]]></a>").root().text()).isEqualTo("<!DOCTYPE html>");
    }

    @Test
    void names_are_compared_without_case_and_prefix() throws Exception {
        XmlElement root =
                read("<v:A xsi:Loc='x' ADID=' 1 '><w:B/><b/><c/></v:A>").root();
        assertThat(root.is("a")).isTrue();
        assertThat(root.is("v:a")).isTrue();
        assertThat(root.is("xa")).isFalse();
        assertThat(root.localName()).isEqualTo("A");
        assertThat(root.attribute("adId")).contains("1");
        assertThat(root.attribute("loc")).contains("x");
        assertThat(root.attribute("oc")).isEmpty();
        assertThat(root.children("B")).hasSize(2);
        assertThat(root.child("c")).isPresent();
    }

    @Test
    void an_attribute_without_prefix_goes_before_one_with_a_prefix_and_a_declaration_is_none() throws Exception {
        XmlElement root =
                read("<a xmlns:id='urn:id' xsi:type='x' type='t' v:id='1'/>").root();
        assertThat(root.attribute("type")).contains("t");
        assertThat(root.attribute("id")).contains("1");
        assertThat(root.attribute("xmlns")).isEmpty();
    }

    @Test
    void what_is_in_an_element_is_rendered_again_escaped() throws Exception {
        XmlElement root = read("<a>x &lt;<b c='&quot;&amp;'><![CDATA[<&>]]></b><d/><!-- no --></a>")
                .root();
        assertThat(root.innerXml()).isEqualTo("x &lt;<b c=\"&quot;&amp;\">&lt;&amp;&gt;</b><d/>");
        assertThat(read(root.toString()).root().innerXml()).isEqualTo(root.innerXml());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "<",
                "<a",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>x",
                "<a b='1' b='2'/>",
                "<a b=1/>",
                "<a>&#0;</a>",
                "<a>&#x110000;</a>",
                "<a>\u0001</a>",
                "<!--",
                "<a><![CDATA[",
                "<?xml",
                "<a b='<'/>",
                "<a><!-- -- --></a>"
            })
    void what_is_not_well_formed_is_refused_with_a_place(String xml) {
        XmlException e = refused(xml);
        assertThat(e.line()).isPositive();
        assertThat(e.column()).isPositive();
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void the_place_of_an_error_is_told_by_line() {
        assertThat(refused("<a>\n<b>&x</c>\n</a>").line()).isEqualTo(2);
    }

    @Test
    void limits_are_kept_to_the_last() throws Exception {
        assertThat(read("<a>".repeat(10) + "</a>".repeat(10)).root().is("a")).isTrue();
        assertThat(refused("<a>".repeat(11) + "</a>".repeat(11))).hasMessage("elements are nested deeper than 10");
        assertThat(read("<a>" + "<b/>".repeat(999) + "</a>").root().children()).hasSize(999);
        assertThat(refused("<a>" + "<b/>".repeat(1_000) + "</a>")).hasMessage("there are more than 1000 elements");
        assertThat(read("<a " + attributes(20) + "/>").root().attributes()).hasSize(20);
        assertThat(refused("<a " + attributes(21) + "/>")).hasMessage("an element has more than 20 attributes");
        byte[] tooLong = new byte[LIMITS.maxBytes() + 1];
        assertThatThrownBy(() -> XmlReader.read(tooLong, LIMITS))
                .isInstanceOf(XmlException.class)
                .hasMessage("there are 1048577 bytes, more than 1048576 are not read");
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("='' ");
        }
        return attributes.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a b|a b", "'a\n  b'|a b", "'a\tb'|a b", "é|é"})
    void a_line_has_no_line_breaks(String text, String line) {
        assertThat(XmlValues.line(text)).contains(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0007", "a\u007Fb", "\u0085", "a\u2028b", "a\u2029"})
    void nothing_and_control_characters_make_no_line(String text) {
        assertThat(XmlValues.line(text)).isEmpty();
    }
}
