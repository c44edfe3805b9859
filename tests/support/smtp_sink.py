#!/usr/bin/env python3
"""A mail server for tests: takes mails on a port of 127.0.0.1 and writes each, parsed back, as a line of JSON.

    smtp_sink.py FILE        prints the port, ends when its standard input ends

A receiver whose name begins with "refused" gets 550, "busy" 451; a sender "nobody@…" gets 550. Of one whose name
begins with "returned" or "late" the mail is taken, and the report that it came back or is delayed (RFC 3464) is
written to FILE.1.eml, FILE.2.eml, … as a mail server sends it later.
"""
import asyncio
import email
import email.policy
import email.utils
import json
import sys


def parsed(sender, receivers, data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    return {"from": sender, "to": receivers, "headers": [[name, str(value)] for name, value in message.items()],
            "subject": message["Subject"], "body": message.get_content(), "lines": max(map(len, data.split(b"\r\n"))),
            "defects": [str(defect) for defect in message.defects]}


REPORT = """Return-Path: <>
Date: {now}
From: MAILER-DAEMON@sink.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {sender}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="sink/{number}"
Message-Id: {id}

--sink/{number}
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered to {receiver}.

--sink/{number}
Content-Type: message/delivery-status

Reporting-MTA: dns; sink.example

Final-Recipient: rfc822; {receiver}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {words}

--sink/{number}
Content-Type: text/rfc822-headers

{head}
--sink/{number}--
"""
REPORTS = {"returned": ("failed", "5.1.1", "550 5.1.1 <{0}>: User unknown\r\n in virtual mailbox table"),
           "late": ("delayed", "4.4.1", "connect to mail.example.com: Connection timed out")}
written = 0


def report(sender, receiver, data):
    global written
    kind = next((name for name in REPORTS if receiver.startswith(name)), None)
    if kind is None:
        return
    written += 1
    action, status, words = REPORTS[kind]
    head = data.replace(b"\r\n", b"\n").split(b"\n\n")[0].decode()
    text = REPORT.format(now=email.utils.formatdate(localtime=True), sender=sender, number=written, receiver=receiver,
                         id=email.utils.make_msgid(domain="sink.example"), action=action, status=status,
                         words=words.format(receiver), head=head)
    with open(f"{sys.argv[1]}.{written}.eml", "w", encoding="utf-8", newline="") as file:
        file.write(text.replace("\r\n", "\n").replace("\n", "\r\n"))


async def serve(reader, writer):
    def say(line):
        writer.write((line + "\r\n").encode())

    sender, receivers = "", []
    say("220 sink")
    while True:
        line = (await reader.readline()).decode("ascii", "replace").strip()
        command = line.upper()
        if not line or command == "QUIT":
            say("221 bye")
            break
        if command.startswith(("EHLO", "HELO")):
            say("250 sink")
        elif command.startswith("MAIL FROM:"):
            sender = line[10:].split(">")[0].strip(" <")
            say("550 5.7.1 no such sender" if sender.startswith("nobody") else "250 ok")
        elif command.startswith("RCPT TO:"):
            receiver = line[8:].split(">")[0].strip(" <")
            if receiver.startswith("refused"):
                say("550 5.1.1 no such person here")
            elif receiver.startswith("busy"):
                say("451 4.2.1 try again later")
            else:
                receivers.append(receiver)
                say("250 ok")
        elif command == "DATA":
            say("354 go on")
            await writer.drain()
            lines = []
            while (line := await reader.readline()) not in (b".\r\n", b""):
                lines.append(line[1:] if line.startswith(b"..") else line)
            with open(sys.argv[1], "a", encoding="utf-8") as file:
                file.write(json.dumps(parsed(sender, receivers, b"".join(lines)), ensure_ascii=False) + "\n")
            for receiver in receivers:
                report(sender, receiver, b"".join(lines))
            receivers = []
            say("250 taken")
        elif command in ("RSET", "NOOP"):
            receivers = []
            say("250 ok")
        else:
            say("502 what?")
        await writer.drain()
    await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
