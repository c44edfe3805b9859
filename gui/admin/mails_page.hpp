#pragma once

#include "gui/viewmodels/mails.hpp"
#include "gui/work/tabbed_list_page.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

/// The place "Mails": the server of the site, mails that wait, were refused, given up, came back or are
/// delayed with the servers' words, and what an administrator can do about them.
class MailsPage final : public TabbedListPage {
 public:
  /// Without `trier` there is no test mail.
  MailsPage(wxWindow* parent, PageHost& host, viewmodels::MailsViewModel& viewModel,
            viewmodels::MailTrier trier);

  void refresh() override { m_viewModel.refresh(); }

 private:
  long rowCount() const override { return m_viewModel.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;
  void open(long row, bool behind) override;
  void select(long row) override { m_viewModel.select(row); }
  long selectedRow() const override { return m_viewModel.selectedRow(); }
  std::string wholeText(long row) const override;
  void showState() override;
  wxWindow* makeBeside();
  wxWindow* makeServerLine();
  void ask(viewmodels::MailForm form);

  viewmodels::MailsViewModel& m_viewModel;
  viewmodels::MailTrier m_trier;
  wxStaticText* m_server = nullptr;
  wxButton* m_retry = nullptr;
  wxButton* m_retryAll = nullptr;
  wxButton* m_test = nullptr;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
