"""py-frappe-client, unmodified, against a running site. Run by ../run."""
import json
import pathlib
import unittest
import uuid

from frappe_client import FrappeRequest

SITE = json.loads((pathlib.Path(__file__).parent.parent / "site.json").read_text())


def unique(word):
    return f"{word} {uuid.uuid4().hex[:6]}"


class ByKey(unittest.TestCase):
    def setUp(self):
        self.client = FrappeRequest(url=SITE["url"], api_key=SITE["key"], api_secret=SITE["secret"], headers={})

    def make(self, **values):
        return self.client.post("frappe.client.insert", json={"doc": {"doctype": "Reading", **values}})["message"]

    def test_knows_who_calls(self):
        self.assertFalse(self.client.is_legacy_auth)
        self.assertEqual(self.client.get("frappe.auth.get_logged_user"), {"message": SITE["user"]})
        self.assertEqual(self.client.get("ping")["message"], "pong")

    def test_makes_and_reads_documents(self):
        title = unique("Germinal")
        made = self.make(title=title, pages=500, chapters=[{"heading": "One", "pages": 12}])
        self.assertEqual(made["name"], title)
        self.assertEqual(made["status"], "To read")
        self.assertEqual(made["docstatus"], 0)
        read = self.client.get_doc("Reading", title)["data"]
        self.assertEqual(read["pages"], 500)
        self.assertEqual(read["chapters"][0]["heading"], "One")
        self.assertEqual(read["owner"], SITE["user"])

    def test_sends_forms_as_well_as_json(self):
        title = unique("Nana")
        doc = json.dumps({"doctype": "Reading", "title": title})
        self.assertEqual(self.client.post("frappe.client.insert", data={"doc": doc})["message"]["name"], title)
        value = self.client.get(
            "frappe.client.get_value",
            params={"doctype": "Reading", "fieldname": "status", "filters": json.dumps({"name": title})},
        )
        self.assertEqual(value["message"], {"status": "To read"})

    def test_changes_and_deletes_documents(self):
        title = unique("Ivanhoe")
        self.make(title=title)
        changed = self.client.post(
            "frappe.client.set_value",
            json={"doctype": "Reading", "name": title, "fieldname": "status", "value": "Read"},
        )["message"]
        self.assertEqual(changed["status"], "Read")
        self.assertNotIn("exc_type", self.client.post("frappe.client.delete", json={"doctype": "Reading", "name": title}))
        self.assertEqual(self.client.get_doc("Reading", title)["exc_type"], "DoesNotExistError")

    def test_lists_with_filters_fields_and_order(self):
        series = unique("Trilogy")
        for pages in (1, 2, 3):
            self.make(title=f"{series} {pages}", pages=pages)
        rows = self.client.get_doc(
            "Reading",
            filters=[["title", "like", f"{series}%"]],
            fields=["name", "pages"],
            order_by="pages desc",
            limit_page_length=2,
        )["data"]
        self.assertEqual([row["pages"] for row in rows], [3, 2])
        rest = self.client.get_doc(
            "Reading",
            filters={"title": ["like", f"{series}%"]},
            fields=["pages"],
            order_by="pages desc",
            limit_page_length=2,
            limit_start=2,
        )["data"]
        self.assertEqual(rest, [{"pages": 1}])
        count = self.client.get(
            "frappe.client.get_count",
            params={"doctype": "Reading", "filters": json.dumps({"title": ["like", f"{series}%"]})},
        )
        self.assertEqual(count["message"], 3)

    def test_pages_through_a_list(self):
        series = unique("Decalogue")
        for pages in range(5):
            self.make(title=f"{series} {pages}", pages=pages)
        pages = list(
            self.client.get_doc(
                "Reading",
                filters={"title": ["like", f"{series}%"]},
                fields=["pages"],
                order_by="pages asc",
                limit_page_length=2,
                pagination=True,
            )
        )
        self.assertEqual(len(pages), 3)
        self.assertEqual([row["pages"] for page in pages for row in page["data"]], [0, 1, 2, 3, 4])

    def test_is_told_why_it_was_refused(self):
        refused = self.client.post("frappe.client.insert", json={"doc": {"doctype": "Loan Slip"}})
        self.assertEqual(refused["exc_type"], "MandatoryError")
        self.assertIn("_server_messages", refused)
        wrong = self.client.get_doc("Reading", fields=["nothing"])
        self.assertEqual(wrong["exc_type"], "DataError")
        stranger = FrappeRequest(url=SITE["url"], api_key="none", api_secret="none", headers={})
        self.assertEqual(stranger.get("frappe.auth.get_logged_user")["exc_type"], "AuthenticationError")


class ByPassword(unittest.TestCase):
    def login(self, **more):
        return FrappeRequest(url=SITE["url"], username=SITE["user"], password=SITE["password"], headers={}, **more)

    def test_logs_in_and_keeps_the_session(self):
        seen = []
        client = self.login(callback=seen.append)
        self.assertTrue(client.is_legacy_auth)
        self.assertIn("sid", client.session_data)
        self.assertEqual(seen[0]["sid"], client.session_data["sid"])
        self.assertEqual(client.get("frappe.auth.get_logged_user")["message"], SITE["user"])
        again = self.login(session_data={"sid": client.session_data["sid"]})
        self.assertEqual(again.get("frappe.auth.get_logged_user")["message"], SITE["user"])

    def test_is_refused_with_a_wrong_password(self):
        with self.assertRaises(Exception):
            FrappeRequest(url=SITE["url"], username=SITE["user"], password="wrong", headers={})


if __name__ == "__main__":
    unittest.main()
