# What is asked. The number before the slash tells whoever measures which question it is.

stage-welcome = Hello.
    .label = Hello
stage-owner = The owner.
    .label = The owner
stage-lead = Who is in charge.
    .label = Who is in charge
stage-site = The site.
    .label = The site
stage-server = The server.
    .label = The server
stage-complete = Complete.
    .label = Complete
stage-closed = Stopped.
    .label = Stopped

field-language = 1/30 Which language do you read?
    .label = Language
    .help = An example passes.
    .opt-zh-CN = 中文
    .opt-en = English

field-consent = 2/30 May I keep your answers, sealed, until you erase them?
    .label = Keeping your data
    .help = An example passes.
    .opt-agree = I agree
    .opt-decline = I decline

field-purpose = 3/30 What is the site for?
    .label = Purpose
    .help = An example passes.
    .opt-company = A company
    .opt-shop = A shop
    .opt-blog = A blog

field-subject-province = 4/30 In which province is the owner?
    .label = Province
    .help = An example passes.

field-owner-kind = 5/30 Is the owner a person or an organisation?
    .label = Kind of owner
    .help = An example passes.
    .opt-person = A person
    .opt-organisation = An organisation

field-owner-name = 6/30 What is the owner called, to the letter of the certificate?
    .label = Name of the owner
    .help = An example passes.

field-owner-address = 7/30 What is the postal address, down to the room?
    .label = Address
    .help = An example passes.

field-owner-phone = 8/30 At which phone does the owner answer?
    .label = Phone of the owner
    .help = An example passes.

field-owner-email = 9/30 To which mail address may the owner be written?
    .label = Mail of the owner
    .help = An example passes.

field-owner-since = 10/30 Since which day has the owner been registered?
    .label = Registered since
    .help = An example passes.

field-owner-size = 11/30 How many people work there?
    .label = Size
    .help = An example passes.
    .opt-one = One
    .opt-few = Up to ten
    .opt-many = More than ten

field-lead-name = 12/30 Who is in charge of the site?
    .label = Name of the lead
    .help = An example passes.

field-lead-mobile = 13/30 What is the mobile number of whoever is in charge?
    .label = Mobile of the lead
    .help = An example passes.

field-lead-phone = 14/30 Which second number reaches whoever is in charge?
    .label = Second phone
    .help = An example passes.

field-lead-email = 15/30 What is the mail address of whoever is in charge?
    .label = Mail of the lead
    .help = An example passes.

field-lead-hours = 16/30 When is a call welcome?
    .label = Hours
    .help = An example passes.
    .opt-morning = In the morning
    .opt-afternoon = In the afternoon
    .opt-evening = In the evening

field-lead-resident = 17/30 Does whoever is in charge live in the same province?
    .label = Lives there
    .help = An example passes.

field-domain = 18/30 What is the domain of the site?
    .label = Domain
    .help = An example passes.

field-domain-registrar = 19/30 With whom was the domain registered?
    .label = Registrar
    .help = An example passes.

field-domain-since = 20/30 Since which day has the domain been the owner’s?
    .label = Held since
    .help = An example passes.

field-site-title = 21/30 What is the site called?
    .label = Title
    .help = An example passes.

field-site-language = 22/30 In which languages does the site speak?
    .label = Languages
    .help = An example passes.
    .opt-chinese = Chinese
    .opt-english = English
    .opt-both = Both

field-site-login = 23/30 Can visitors sign up and log in?
    .label = Login
    .help = An example passes.

field-site-comments = 24/30 Can visitors write comments that others read?
    .label = Comments
    .help = An example passes.

field-site-payments = 25/30 Does the site take payments?
    .label = Payments
    .help = An example passes.

field-site-remark = 26/30 What should a reviewer know about the site in one sentence?
    .label = Remark
    .help = An example passes.

field-server-region = 27/30 In which region is the server?
    .label = Region
    .help = An example passes.
    .opt-north = North
    .opt-east = East
    .opt-south = South

field-server-instance = 28/30 What is the name of the instance?
    .label = Instance
    .help = An example passes.

field-server-code = 29/30 Which service code belongs to it?
    .label = Service code
    .help = An example passes.

field-again = 30/30 That is all. Once more from the start, or done?
    .label = Once more
    .help = An example passes.
    .opt-again = Once more
    .opt-done = Done

field-cancel-confirmed = Stop here?
    .label = Stop
    .help = What was answered is kept.

exit-cancelled = Stopped.
