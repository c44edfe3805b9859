// Signing in front of a real server that asks for the password again, and the auditor's place in a window.
#include "db/connection/open_store.hpp"
#include "gui/audit/audit_page.hpp"
#include "gui/cases/signatures_panel.hpp"
#include "gui/widgets/error_bar.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/submit_discipline.hpp"
#include "tests/gui/case_page_window.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/team_server.hpp"

namespace octad::gui {
namespace {

using model::DisciplineCode;

void hba(const std::string& others) {
  auto& server = support::PrivatePostgres::instance();
  server.administer(
      "do $$ begin execute format('copy (select unnest(array[''local all all trust'', ''host all octad "
      "127.0.0.1/32 trust'', ''host all all 127.0.0.1/32 " +
      others + "''])) to %L', current_setting('hba_file')); perform pg_reload_conf(); end $$");
}

/// A case on a server with logins and passwords; D0 is written and submitted by wang, and hu looks at it.
class SignTest : public testing::Test {
 protected:
  SignTest() : database(support::DatabaseKind::postgres), id(database.makeCase()) {
    const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
    model::DisciplineContent content;
    content.target = {id, 0, {}};
    content.code = DisciplineCode::d0;
    content.text = "停止发货";
    model::SaveDiscipline(wang).execute(content);
    model::SubmitDiscipline(wang).execute({{id, 0, {}}, DisciplineCode::d0, {}, {}});
    const std::string url = database.url().text();
    name = url.substr(url.rfind('/') + 1);
    support::installTeam(name);
    support::PrivatePostgres::instance().administer(
        "set password_encryption = 'scram-sha-256'; alter role hu password 'four horses'");
    hba("scram-sha-256");
    std::string address = support::urlAs(name, "hu");
    address.replace(address.find("hu@"), 3, "hu:four%20horses@");
    store = db::openStore(db::DatabaseUrl(address), {});
    host = std::make_unique<PageFrame>(viewmodels::Session{
        std::shared_ptr<model::Store>(std::shared_ptr<model::Store>(), store.get()), database.clock(),
        executor, translator, database.actor("hu"), model::Zone("Asia/Shanghai"), "test"});
    frame = new wxFrame(nullptr, wxID_ANY, "case", wxDefaultPosition, {1280, 800});
    page = new CasePage(frame, *host, id, {});
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(page, 1, wxEXPAND);
    frame->SetSizer(sizer);
    frame->Show();
    frame->Layout();
    waitFor([this] { return page->viewModel().loaded() && !executor.busy(); });
    page->choose(viewmodels::CaseTab::d0);
    settle();
  }
  ~SignTest() override {
    waitFor([this] { return !executor.busy(); });
    frame->Destroy();
    settle();
    hba("trust");
  }

  static void type(const std::string& password) {
    auto* field = dynamic_cast<wxTextCtrl*>(findNamed(topDialog(), "password"));
    ASSERT_NE(field, nullptr);
    EXPECT_TRUE(field->HasFlag(wxTE_PASSWORD));
    field->SetValue(toWx(password));
    pressButton(dynamic_cast<wxButton*>(findButton(topDialog(), "Sign")));
  }

  support::TestDatabase database;
  model::ComplaintId id;
  std::string name;
  std::unique_ptr<model::Store> store;
  WorkerExecutor executor{2};
  viewmodels::Translator translator;
  std::unique_ptr<PageFrame> host;
  wxFrame* frame = nullptr;
  CasePage* page = nullptr;
};

TEST_F(SignTest, AWrongPasswordSignsNothingAndTheRightOneDoes) {
  auto* sign = dynamic_cast<wxButton*>(findNamed(page, "sign"));
  ASSERT_NE(sign, nullptr);
  ASSERT_TRUE(sign->IsEnabled());
  bool stayed = false;
  const Later wrong([] { type("four cows"); });
  const Later right(
      [&] {
        stayed = topDialog() != nullptr && database.store().reader().openCase(id).signatures.empty();
        type("four horses");
      },
      [] {
        auto* dialog = topDialog();
        auto* ok = dialog ? findButton(dialog, "Sign") : nullptr;
        auto* field = dialog ? dynamic_cast<wxTextCtrl*>(findNamed(dialog, "password")) : nullptr;
        return ok && ok->IsEnabled() && field && field->GetValue() == "four cows" &&
               showsText(dialog, "This is not your password");
      });
  pressButton(sign);
  EXPECT_TRUE(stayed) << "the dialog says what is wrong and stays";
  waitFor([this] { return !executor.busy() && !page->viewModel().loading(); });
  settle();
  const auto file = store->reader().openCase(id);
  ASSERT_EQ(file.signatures.size(), 1u);
  EXPECT_EQ(file.signatures[0].meaning, model::SignatureMeaning::reviewed);
  EXPECT_EQ(file.signatures[0].reauthenticated, model::Reauthentication::password);
  EXPECT_FALSE(dynamic_cast<wxButton*>(findNamed(page, "sign"))->IsEnabled()) << "all is said";
}

/// After an approval the window offers to sign it, and does not insist.
class OfferWindow : public CasePageWindow {};

TEST_F(OfferWindow, SigningIsOfferedAfterAnApproval) {
  const model::Workplace wang{database.store(), database.clock(), database.actor("wang")};
  model::DisciplineContent content;
  content.target = {id, 0, {}};
  content.code = DisciplineCode::d0;
  content.text = "停止发货";
  model::SaveDiscipline(wang).execute(content);
  model::SubmitDiscipline(wang).execute({{id, 0, {}}, DisciplineCode::d0, {}, {}});
  open();
  page->choose(viewmodels::CaseTab::d0);
  settle();
  answer("Approve", "Approve", {});
  auto* bar = findFirst<ErrorBar>(page);
  EXPECT_TRUE(waitFor([bar] {
    return bar->sentence().find("D0 Emergency response, revision 1 can be signed now") != std::string::npos;
  }));
  EXPECT_TRUE(bar->offersAction());
  EXPECT_TRUE(database.store().reader().openCase(id).signatures.empty()) << "offered, not done";
}

/// The auditor draws, looks, and takes a case along.
class AuditWindow : public CasePageWindow {};

TEST_F(AuditWindow, ASampleIsDrawnShownAndExported) {
  for (int i = 0; i < 3; ++i) database.makeCase("客诉 " + std::to_string(i));
  PageServices services;
  std::string written;
  services.writePackage = [&written](model::ComplaintId, const std::string& path) {
    written = path;
    return std::string(64, 'a');
  };
  auto* audit = new AuditPage(frame, host, services);
  show(audit);
  waitFor([this] { return !executor.busy(); });
  const auto field = [audit](const char* name) { return dynamic_cast<wxTextCtrl*>(findNamed(audit, name)); };
  field("size")->SetValue("2");
  field("seed")->SetValue("4711");
  audit->draw();
  EXPECT_TRUE(waitFor([&] { return audit->viewModel().rowCount() == 2 && !executor.busy(); }));
  settle();
  EXPECT_TRUE(showsText(audit, "Seed 4711: 2 of 4 cases"));
  EXPECT_TRUE(showsText(audit, "Audit trail verified"));
  EXPECT_TRUE(showsText(audit, "8.7.1.3"));
  EXPECT_TRUE(dynamic_cast<wxButton*>(findNamed(audit, "export_package"))->IsEnabled());
  field("size")->SetValue("0");
  audit->draw();
  EXPECT_TRUE(waitFor([&] { return showsText(audit, "Draw from 1 to 200"); }));
}

}  // namespace
}  // namespace octad::gui
