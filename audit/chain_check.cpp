#include "audit/chain_check.hpp"

#include "audit/event.hpp"

namespace octad::audit {

using model::Message;
using model::tr;

void ChainCheck::fault(const std::string& chain, long long seq, Message what) {
  m_report.faults.push_back({chain, seq, std::move(what)});
}

void ChainCheck::take(const model::AuditEvent& event) {
  if (event.chain != m_chain) {
    finish();
    m_chain = event.chain;
  }
  ++m_report.events;
  if (event.seq != m_seq + 1)
    fault(event.chain, event.seq, Message(tr("Event {0} is missing."), {std::to_string(m_seq + 1)}));
  if (eventHash(m_hash, event) != event.hash)
    fault(event.chain, event.seq, tr("The event was altered, or does not follow the one before it."));
  m_seq = event.seq;
  m_hash = event.hash;
}

void ChainCheck::finish() {
  if (!m_chain.empty()) {
    ++m_report.chains;
    const auto head = m_headOf(m_chain);
    if (!head)
      fault(m_chain, m_seq, tr("The end of the chain is not recorded."));
    else if (head->seq != m_seq || head->hash != m_hash)
      fault(m_chain, head->seq,
            tr("The chain does not end where its record says: events are missing or added."));
  }
  m_chain.clear();
  m_seq = 0;
  m_hash.clear();
}

}  // namespace octad::audit
