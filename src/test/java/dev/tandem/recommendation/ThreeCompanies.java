package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.asset;
import static dev.tandem.taxonomy.ContentType.*;
import static dev.tandem.taxonomy.JourneyStage.*;

/** The content of three companies that have nothing in common: payroll, robots, clinics. */
final class ThreeCompanies {
  private ThreeCompanies() {}

  static Bench bench() {
    var bench = new Bench();
    payroll(bench);
    robots(bench);
    clinics(bench);
    return bench;
  }

  private static void payroll(Bench bench) {
    bench.with(
        asset("pay-trends", "Five shifts in how companies pay people")
            .about("Global payroll trends and what drives them")
            .type(REPORT)
            .stage(AWARENESS)
            .product("Paywise"),
        asset("pay-ebook", "The hidden cost of payroll errors")
            .about("Why corrections eat margins and morale")
            .type(EBOOK)
            .stage(AWARENESS)
            .persona("CFO")
            .product("Paywise"),
        asset("pay-blog", "Why spreadsheets fail at month end")
            .about("Payroll by spreadsheet and its risks")
            .type(BLOG_POST)
            .stage(AWARENESS)
            .product("Paywise"),
        asset("pay-brief", "Paywise in two pages")
            .about("What Paywise does: payroll, time, benefits")
            .type(SOLUTION_BRIEF)
            .stage(CONSIDERATION)
            .product("Paywise"),
        asset("pay-vs-ledgerly", "Paywise and Ledgerly compared")
            .about("Features, price and support side by side")
            .type(COMPARISON)
            .stage(CONSIDERATION)
            .product("Paywise")
            .competitor("Ledgerly"),
        asset("pay-vs-gusty", "Paywise and Gusty compared")
            .about("Features, price and support side by side")
            .type(COMPARISON)
            .stage(CONSIDERATION)
            .product("Paywise")
            .competitor("Gusty"),
        asset("pay-card-ledgerly", "How to win against Ledgerly")
            .about("Traps to set, objections to expect")
            .type(BATTLECARD)
            .stage(DECISION)
            .product("Paywise")
            .competitor("Ledgerly")
            .internal(),
        asset("pay-case-retail", "How a grocery chain closed payroll in a day")
            .about("Forty shops, one payroll run")
            .type(CASE_STUDY)
            .stage(DECISION)
            .product("Paywise")
            .industry("Retail"),
        asset("pay-case-hotel", "A hotel group and its seasonal staff")
            .about("Payroll for people who come and go")
            .type(CASE_STUDY)
            .stage(DECISION)
            .product("Paywise")
            .industry("Hospitality"),
        asset("pay-prices", "Paywise prices")
            .about("Price for each employee and month, with discounts")
            .type(PRICING)
            .stage(DECISION)
            .product("Paywise"),
        asset("pay-roi", "What Paywise saves you")
            .about("Calculate return and payback in ten minutes")
            .type(ROI_CALCULATOR)
            .stage(DECISION)
            .product("Paywise")
            .persona("CFO"),
        asset("pay-security", "Security of Paywise")
            .about("SOC 2, encryption, penetration test, sub-processors")
            .type(SECURITY)
            .stage(DECISION)
            .product("Paywise")
            .persona("CISO"),
        asset("pay-start", "Your first payroll run")
            .about("Set up, import, check, pay")
            .type(ONBOARDING_GUIDE)
            .stage(POST_SALE)
            .product("Paywise"),
        asset("pay-release", "What is new in Paywise this autumn")
            .about("Release notes")
            .type(RELEASE_NOTES)
            .stage(POST_SALE)
            .product("Paywise"));
  }

  private static void robots(Bench bench) {
    bench.with(
        asset("bot-trends", "Labour shortage in warehouses")
            .about("Why picking jobs stay open")
            .type(WHITE_PAPER)
            .stage(AWARENESS)
            .industry("Logistics")
            .product("Pickarm"),
        asset("bot-video", "A day with a picking robot")
            .about("Film from a parcel hub")
            .type(VIDEO)
            .stage(AWARENESS)
            .product("Pickarm"),
        asset("bot-guide", "How to choose a picking robot")
            .about("Criteria, questions to ask, pitfalls")
            .type(BUYERS_GUIDE)
            .stage(CONSIDERATION)
            .product("Pickarm"),
        asset("bot-sheet", "Pickarm 7 data sheet")
            .about("Reach, payload, speed, power")
            .type(DATA_SHEET)
            .stage(CONSIDERATION)
            .product("Pickarm"),
        asset("bot-webinar", "Integrating robots with your warehouse software")
            .about("Recording with questions: WMS, SAP, interfaces")
            .type(WEBINAR)
            .stage(CONSIDERATION)
            .product("Pickarm"),
        asset("bot-case-pharma", "Pharma wholesaler picks twice as fast")
            .about("Results after nine months")
            .type(CASE_STUDY)
            .stage(DECISION)
            .industry("Pharma")
            .product("Pickarm"),
        asset("bot-case-fashion", "Fashion returns sorted by robots")
            .about("Returns handling in an online shop")
            .type(CASE_STUDY)
            .stage(DECISION)
            .industry("Retail")
            .product("Pickarm"),
        asset("bot-case-fashion-de", "Robotik sortiert Retouren im Modehandel")
            .about("Retouren im Onlinehandel, Ergebnisse nach einem Jahr")
            .type(CASE_STUDY)
            .stage(DECISION)
            .industry("Retail")
            .product("Pickarm")
            .language("de"),
        asset("bot-business-case", "Business case template for picking robots")
            .about("Investment, savings, payback")
            .type(BUSINESS_CASE)
            .stage(DECISION)
            .product("Pickarm")
            .persona("CFO"),
        asset("bot-safety", "Safety and CE conformity of Pickarm")
            .about("Standards, risk assessment, emergency stop")
            .type(SECURITY)
            .stage(DECISION)
            .product("Pickarm"),
        asset("bot-safety-de", "Sicherheit und CE-Konformität des Pickarm")
            .about("Normen, Risikobeurteilung, Not-Halt")
            .type(SECURITY)
            .stage(DECISION)
            .product("Pickarm")
            .language("de"),
        asset("bot-offer", "Pilot offer: one robot, ninety days")
            .about("Terms of a paid pilot")
            .type(PROPOSAL)
            .stage(DECISION)
            .product("Pickarm"),
        asset("bot-maintenance", "Maintaining grippers")
            .about("Clean, grease, replace suction cups")
            .type(HOW_TO)
            .stage(POST_SALE)
            .product("Pickarm"));
  }

  private static void clinics(Bench bench) {
    bench.with(
        asset("med-blog", "No-shows cost a clinic more than rent")
            .about("Missed appointments in numbers")
            .type(BLOG_POST)
            .stage(AWARENESS)
            .industry("Healthcare")
            .product("Visitly"),
        asset("med-info", "The patient's way to an appointment")
            .about("Phone, web, reminder, visit")
            .type(INFOGRAPHIC)
            .stage(AWARENESS)
            .industry("Healthcare")
            .product("Visitly"),
        asset("med-demo", "Visitly in eight minutes")
            .about("Booking, reminders, waiting list")
            .type(DEMO)
            .stage(CONSIDERATION)
            .product("Visitly"),
        asset("med-integration", "Visitly and your records system")
            .about("HL7, FHIR and practice software")
            .type(SOLUTION_BRIEF)
            .stage(CONSIDERATION)
            .product("Visitly")
            .persona("CIO"),
        asset("med-case-clinic", "Eye clinic halves no-shows")
            .about("Reminders by text message")
            .type(CASE_STUDY)
            .stage(DECISION)
            .industry("Healthcare")
            .product("Visitly"),
        asset("med-case-vets", "Vets fill cancelled slots")
            .about("A waiting list that works")
            .type(CASE_STUDY)
            .stage(DECISION)
            .industry("Veterinary")
            .product("Visitly"),
        asset("med-privacy", "Patient data and GDPR with Visitly")
            .about("Hosting, consent, deletion, processing agreement")
            .type(SECURITY)
            .stage(DECISION)
            .product("Visitly"),
        asset("med-prices", "Visitly plans and prices")
            .about("For each practitioner and month")
            .type(PRICING)
            .stage(DECISION)
            .product("Visitly"),
        asset("med-training", "Training your front desk")
            .about("Exercises for the first week")
            .type(ONBOARDING_GUIDE)
            .stage(POST_SALE)
            .product("Visitly"),
        asset("med-email", "Follow-up after a demo")
            .about("E-mail text to send the day after")
            .type(EMAIL)
            .stage(CONSIDERATION)
            .product("Visitly"));
  }
}
